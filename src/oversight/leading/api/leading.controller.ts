import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../../kernel/domain-error.js';
import { parseLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import type { JudgedBody } from '../app/judged-bodies.js';
import { KeepLeading } from '../app/keep-leading.command.js';
import { BodyReach, ReadLeading, type LeadingQuestion, type LeadingSummary } from '../app/read-leading.query.js';
import { BodiesQueryDto, BodyQueryDto, LeadingQueryDto, OfficialsDto, PlanDto } from './leading.dto.js';
import { bodiesSchema, bodySchema, summarySchema } from './leading.schema.js';

/** 带头安置: who leads, who is below with nobody placed, counties and towns together, officials of federations. */
@ApiTags('leading')
@Controller('api/v1/leading')
export class LeadingController {
  constructor(
    private readonly leading: ReadLeading,
    private readonly keeping: KeepLeading,
  ) {}

  /** @throws DomainError leading.region_outside */
  @Get('summary')
  @Requires('leading.read')
  @ApiOperation({ operationId: 'getLeadingSummary', summary: 'Public bodies of a region and base year, by verdict; counties and towns pooled; officials of federations' })
  @ApiOkResponse({ description: 'The summary.', schema: summarySchema })
  summary(@TheCaller() caller: Caller, @Query() query: LeadingQueryDto): Promise<LeadingSummary> {
    return this.leading.summary(caller, questionOf(query));
  }

  /** @throws DomainError leading.region_outside */
  @Get('bodies')
  @Requires('leading.read')
  @ApiOperation({ operationId: 'listLeadingBodies', summary: 'Public bodies and state-owned enterprises of a region and base year, each with its verdict' })
  @ApiOkResponse({ description: 'A page.', schema: bodiesSchema })
  bodies(@TheCaller() caller: Caller, @Query() query: BodiesQueryDto): Promise<ListPage<JudgedBody>> {
    return this.leading.bodies(caller, questionOf(query), query.verdict ?? null, query);
  }

  /** @throws DomainError leading.body.not_found */
  @Get('bodies/:employerId')
  @Requires('leading.read')
  @Within(BodyReach)
  @ApiOperation({ operationId: 'getLeadingBody', summary: 'One public body in one base year' })
  @ApiOkResponse({ description: 'The body.', schema: bodySchema })
  body(@TheCaller() caller: Caller, @Param('employerId') employerId: string, @Query() { year }: BodyQueryDto): Promise<JudgedBody> {
    return this.leading.body(caller, employerId, Number(year));
  }

  /** @throws DomainError leading.body.not_found, leading.plan.*, leading.stale */
  @Put('bodies/:employerId/plan')
  @HttpCode(204)
  @Requires('leading.keep')
  @Within(BodyReach)
  @ApiOperation({ operationId: 'putLeadingPlan', summary: 'What a body that is below plans: how many people, by when' })
  @ApiNoContentResponse({ description: 'Kept.' })
  plan(@TheCaller() caller: Caller, @Param('employerId') employerId: string, @Body() { baseYear, persons, dueOn, version }: PlanDto): Promise<void> {
    return this.keeping.plan(caller, employerId, { baseYear, persons, dueOn: dayOf('dueOn', dueOn), seen: version ?? null });
  }

  /** @throws DomainError leading.region_outside, leading.officials.more_disabled, leading.stale */
  @Put('officials')
  @HttpCode(204)
  @Requires('leading.keep')
  @ApiOperation({ operationId: 'putFederationOfficials', summary: 'Officials of the federation of a region and how many of them are disabled' })
  @ApiNoContentResponse({ description: 'Kept.' })
  officials(@TheCaller() caller: Caller, @Body() { regionCode: region, year, officials, disabled, version }: OfficialsDto): Promise<void> {
    return this.keeping.officials(caller, { regionCode: regionCode(region), year, officials, disabled, seen: version ?? null });
  }
}

export const questionOf = ({ region, year }: { readonly region: string; readonly year: string }): LeadingQuestion => ({ region: regionCode(region), baseYear: Number(year) });

/** @throws DomainError input.invalid */
export function dayOf(field: string, text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new DomainError('input.invalid', {}, [{ pointer: `/${field}`, code: 'input.wrong_format' }]);
  return day.value;
}
