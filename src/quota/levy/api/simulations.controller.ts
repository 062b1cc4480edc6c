import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Public } from '../../../platform/access/index.js';
import { CurrentSimulator } from '../app/current-simulator.js';
import { outcomeBytes } from '../app/result-json.js';
import { simulateLevy } from '../app/simulate-levy.query.js';
import type { LevyFailure } from '../domain/result.js';
import { LevyCaseDto } from '../dto/levy-case.dto.js';
import { describeContract } from './describe-contract.js';
import { levyResultSchema } from './levy-result.schema.js';

describeContract(LevyCaseDto);

/** The levy as a trial sum, for anyone. */
@ApiTags('levy')
@Controller('api/v1/levy/simulations')
export class SimulationsController {
  constructor(@Inject(CurrentSimulator) private readonly simulators: CurrentSimulator) {}

  /** The bytes that `zhujiu levy` prints for the same case. @throws DomainError levy.case.invalid, levy.employer_not_liable, levy.policy.* */
  @Post()
  @HttpCode(200)
  @Public()
  @ApiOperation({
    operationId: 'simulateLevy',
    summary: 'Levy of one employer and one year, with its statement',
    description: '试算，以税务机关核定为准。 A trial sum: the tax authority’s assessment stands. Nothing is stored.',
  })
  @ApiBody({ type: LevyCaseDto })
  @ApiOkResponse({ description: 'The levy to the fen, with every step and its rule.', schema: levyResultSchema })
  simulate(@Body() body: unknown, @Res() res: Response): void {
    const outcome = simulateLevy(this.simulators.get(), body, { statement: true });
    if (!outcome.ok) throw refusal(outcome.error);
    res.setHeader('Cache-Control', 'no-store');
    res.type('application/json').send(outcomeBytes(outcome));
  }
}

/** A failure whose code stands at its only place as well has the values of its sentence there. */
function refusal({ code, errors }: LevyFailure['error']): DomainError {
  return new DomainError(code, errors.find((error) => error.code === code)?.params ?? {}, errors);
}
