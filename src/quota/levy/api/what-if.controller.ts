import { Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import { Public } from '../../../platform/access/index.js';
import { CurrentSimulator } from '../app/current-simulator.js';
import { exploreOutlook, exploreWhatIf, type OutlookAnswer, type WhatIfAnswer, type WhatIfQuestion } from '../app/explore-what-if.query.js';
import { LIMITS, type LevyCase } from '../domain/case.js';
import type { LevyFailure } from '../domain/result.js';
import { parseLevyCase } from '../dto/fast-case-parser.js';
import { LevyCaseDto } from '../dto/levy-case.dto.js';
import { decimal } from '../dto/rules.js';
import { describeContract } from './describe-contract.js';
import { OutlookRequestDto, WhatIfRequestDto } from './what-if.dto.js';
import { outlookSchema, whatIfSchema } from './what-if.schema.js';

describeContract(LevyCaseDto);

const wageRule = decimal(LIMITS.money);

/** What one more disabled employee, or a coming year, would change. Hypothetical: no person is named or stored. */
@ApiTags('levy')
@Controller('api/v1/levy')
export class WhatIfController {
  constructor(@Inject(CurrentSimulator) private readonly simulators: CurrentSimulator) {}

  /** @throws DomainError levy.case.invalid, levy.employer_not_liable, levy.policy.* with pointers below `/case` */
  @Post('what-if')
  @HttpCode(200)
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'exploreWhatIf',
    summary: 'The levy with one more disabled employee, by first month',
    description: '试算，以税务机关核定为准。 A trial sum: the tax authority’s assessment stands. Hypothetical, tied to no person. Nothing is stored.',
  })
  @ApiOkResponse({ description: 'Twelve rows, a saving for each first month, and the break-even wage.', schema: whatIfSchema })
  whatIf(@Body() body: WhatIfRequestDto): WhatIfAnswer {
    const { kind, severity, monthlyWage } = body;
    const levyCase = caseOf(body.case, monthlyWage === undefined ? [] : wageFaults(monthlyWage));
    return answered(exploreWhatIf(this.simulators.get(), levyCase, { kind, severity, ...(monthlyWage === undefined ? {} : { monthlyWage }) } as WhatIfQuestion));
  }

  /** @throws DomainError as `whatIf` */
  @Post('outlook')
  @HttpCode(200)
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'exploreLevyOutlook',
    summary: 'The same figures under the rules of coming years',
    description: 'The social average wage stays that of the base year, since a coming one is not known. 试算，以税务机关核定为准。 A trial sum: the tax authority’s assessment stands.',
  })
  @ApiOkResponse({ description: 'The sum now, and the first coming year with another.', schema: outlookSchema })
  outlook(@Body() body: OutlookRequestDto): OutlookAnswer {
    return answered(exploreOutlook(this.simulators.get(), caseOf(body.case, [])));
  }
}

const wageFaults = (wage: string): readonly FieldError[] =>
  (wageRule.faults(wage) ?? []).map(({ at, code, params }) => ({ pointer: `/monthlyWage${at}`, code, ...(params ? { params } : {}) }));

function caseOf(raw: object, others: readonly FieldError[]): LevyCase {
  const parsed = parseLevyCase(raw);
  const errors = [...(parsed.ok ? [] : below(parsed.error)), ...others];
  if (!parsed.ok || errors.length > 0) throw new DomainError('levy.case.invalid', {}, errors);
  return parsed.value;
}

function answered<T extends { readonly ok: true }>(answer: T | LevyFailure): T {
  if (answer.ok) return answer;
  const { code, errors } = answer.error;
  throw new DomainError(code, errors.find((error) => error.code === code)?.params ?? {}, below(errors));
}

const below = (errors: readonly FieldError[]): readonly FieldError[] => errors.map((error) => ({ ...error, pointer: `/case${error.pointer}` }));
