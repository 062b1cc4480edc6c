import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { parseLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { COUNTRY, type RegionCode } from '../../kernel/region-code.js';
import { Public } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { unknownRows } from '../app/report-unknowns.query.js';
import { listParameters, parameterHistory, policyOn, requireParameter, requireRegion } from '../app/read-policy.query.js';
import type { FileValue } from '../domain/parameter-file.js';
import type { DatedValue, ParameterKey, ParameterValues } from '../parameters.js';
import { PolicyBook } from '../policy-book.js';
import { PARAMETER_KEYS } from '../reading/value-schemas.js';
import { PlaceQueryDto } from './place-query.dto.js';
import { parameterListSchema, parameterSchema, unknownSchema, valuesSchema } from './policy.schema.js';

type Answer = Readonly<Record<string, unknown>>;

/** The law as data, for programs: what the pages show. */
@ApiTags('policy')
@Controller('api/v1/policy')
export class PolicyController {
  constructor(
    @Inject(PolicyBook) private readonly book: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('parameters')
  @Public()
  @ApiOperation({ operationId: 'listPolicyParameters', summary: 'Every parameter of law, and how much of it is confirmed or not known' })
  @ApiOkResponse({ description: 'The parameters.', schema: parameterListSchema })
  list(): Answer {
    return { contentHash: this.book.contentHash, parameters: listParameters(this.book) };
  }

  /** @throws DomainError policy.region.unknown, policy.date.malformed */
  @Get('values')
  @Public()
  @ApiOperation({ operationId: 'getPolicyValues', summary: 'What holds in a place on a day, parameter by parameter' })
  @ApiOkResponse({ description: 'The values with their sources.', schema: valuesSchema })
  values(@Query() query: PlaceQueryDto): Answer {
    const { region, date } = this.place(query);
    return { region, date, contentHash: this.book.contentHash, values: policyOn(this.book, region, date).map(({ parameter, value }) => ({ parameter, value: value && publicValue(value) })) };
  }

  @Get('unknown')
  @Public()
  @ApiOperation({ operationId: 'listUnknownPolicyValues', summary: 'Values that the law has and that are not known to us' })
  @ApiOkResponse({ description: 'Place, parameter and time of each gap.', schema: unknownSchema })
  unknown(): Answer {
    const today = this.clock.today();
    const rows = unknownRows(this.book, today);
    return { date: today, unknown: rows.map(({ parameter, region, from, until, reason }) => ({ parameter, region, from, until, reason })) };
  }

  /** @throws DomainError http.not_found, policy.region.unknown, policy.date.malformed */
  @Get('parameters/:parameter')
  @Public()
  @ApiOperation({ operationId: 'getPolicyParameter', summary: 'One parameter: its value in a place on a day, its timeline there, its whole history' })
  @ApiParam({ name: 'parameter', enum: PARAMETER_KEYS })
  @ApiOkResponse({ description: 'The parameter.', schema: parameterSchema })
  parameter(@Param('parameter') name: string, @Query() query: PlaceQueryDto): Answer {
    const parameter = existing(name);
    const { region, date } = this.place(query);
    const found = this.book.find(parameter, region, date);
    return {
      parameter, region, date,
      value: found && publicValue(found),
      timeline: parameterHistory(this.book, parameter, region).stretches.map(({ from, until, value }) => ({ from, until, value: publicValue(value) })),
      history: this.book.regionsOf(parameter).map((place) => ({ region: place, values: this.book.history(parameter, place).map(publicValue) })),
    };
  }

  private place({ region, date }: PlaceQueryDto): { readonly region: RegionCode; readonly date: LocalDate } {
    const parsed = date === undefined ? null : parseLocalDate(date);
    if (parsed?.ok === false) throw new DomainError('policy.date.malformed', { date: date ?? '' });
    return { region: region === undefined ? COUNTRY : requireRegion(this.book, region), date: parsed?.ok ? parsed.value : this.clock.today() };
  }
}

/** An address with a name that is no parameter is an address that does not exist. */
function existing(name: string): ParameterKey {
  if (PARAMETER_KEYS.some((key) => key === name)) return requireParameter(name);
  throw new DomainError('http.not_found');
}

/** Without the line of the file, which means nothing outside. */
function publicValue(value: DatedValue<ParameterValues[ParameterKey]>): Answer {
  const { line: _, ...rest } = value as FileValue;
  return rest;
}
