import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Awards } from '../app/awards.js';
import { CreditRecords } from '../app/credit-records.command.js';
import { FinanceOrders } from '../app/finance-orders.command.js';
import { AssessmentReach, ReadAssessments } from '../app/read-assessments.query.js';
import { Relief } from '../app/relief.command.js';
import { AssessmentsQueryDto, AwardChoiceDto, CreditNoticeDto, OrderDto, OrderWithdrawalDto, ReliefDto, WarningDto } from './collection.dto.js';
import { assessmentSchema, assessmentsSchema, createdSchema } from './collection.schema.js';
import { dayAt, moneyOrNull } from './read-input.js';
import { shownAssessment, shownDetail } from './show.js';

type Made = { readonly id: string };

/** 残保金缴费: what becomes of a determination at the tax authority. */
@ApiTags('assessments')
@Controller('api/v1/assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: ReadAssessments,
    private readonly orders: FinanceOrders,
    private readonly awards: Awards,
    private readonly relief: Relief,
    private readonly credits: CreditRecords,
  ) {}

  @Get()
  @Requires('assessments.read')
  @ApiOperation({ operationId: 'listAssessments', summary: 'Assessments in your scope, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: assessmentsSchema })
  async list(@TheCaller() caller: Caller, @Query() query: AssessmentsQueryDto): Promise<object> {
    const page = await this.assessments.list(caller, { baseYear: query.year === undefined ? null : Number(query.year), state: query.state ?? null, uscc: query.uscc ?? null }, query);
    return { items: page.items.map(shownAssessment), next: page.next };
  }

  /** @throws DomainError collection.assessment.not_found */
  @Get(':id')
  @Requires('assessments.read')
  @ApiOperation({ operationId: 'getAssessment', summary: 'One assessment: both sides, differences, late fee, award, trail' })
  @ApiOkResponse({ description: 'The assessment.', schema: assessmentSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return shownDetail(await this.assessments.find(caller, id));
  }

  /** @throws DomainError collection.order.* */
  @Post(':id/warnings')
  @HttpCode(204)
  @Requires('finance.order')
  @Within(AssessmentReach)
  @ApiOperation({ operationId: 'enterWarning', summary: 'Enter a warning of the finance department' })
  @ApiNoContentResponse({ description: 'Entered; the employer is told.' })
  warn(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { document, issuedOn }: WarningDto): Promise<void> {
    return this.orders.enter(caller, id, { kind: 'warning', document, issuedOn: dayAt('issuedOn', issuedOn), expiresOn: null, amount: null });
  }

  /** @throws DomainError collection.order.* */
  @Post(':id/orders')
  @HttpCode(204)
  @Requires('finance.order')
  @Within(AssessmentReach)
  @ApiOperation({ operationId: 'enterOrder', summary: 'Enter an order of the finance department to pay' })
  @ApiNoContentResponse({ description: 'Entered; the employer is told.' })
  order(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { document, issuedOn, expiresOn, amount }: OrderDto): Promise<void> {
    return this.orders.enter(caller, id, { kind: 'order', document, issuedOn: dayAt('issuedOn', issuedOn), expiresOn: dayAt('expiresOn', expiresOn), amount: moneyOrNull('amount', amount) });
  }

  /** @throws DomainError collection.order.not_found */
  @Post(':id/orders/:recordId/withdraw')
  @HttpCode(204)
  @Requires('finance.order')
  @Within(AssessmentReach)
  @ApiOperation({ operationId: 'withdrawOrder', summary: 'Take back a warning or an order that was entered by hand' })
  @ApiNoContentResponse({ description: 'Withdrawn; states and late fee follow.' })
  withdrawOrder(@TheCaller() caller: Caller, @Param('id') id: string, @Param('recordId') recordId: string, @Body() { reason }: OrderWithdrawalDto): Promise<void> {
    return this.orders.withdraw(caller, id, recordId, reason);
  }

  /** @throws DomainError collection.award.* */
  @Post(':id/award')
  @HttpCode(204)
  @Requires('awards.choose')
  @Within(AssessmentReach)
  @ApiOperation({ operationId: 'chooseAward', summary: 'Claim or waive the over-quota award' })
  @ApiNoContentResponse({ description: 'Chosen.' })
  award(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { choice }: AwardChoiceDto): Promise<void> {
    return this.awards.choose(caller, id, choice);
  }

  /** @throws DomainError collection.relief.* */
  @Post(':id/relief-requests')
  @Requires('relief.apply')
  @Within(AssessmentReach)
  @ApiOperation({ operationId: 'applyForRelief', summary: 'Ask for hardship relief or deferral' })
  @ApiCreatedResponse({ description: 'Recorded; add the papers next.', schema: createdSchema })
  async apply(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { kind, amount, months, grounds }: ReliefDto): Promise<Made> {
    return { id: await this.relief.apply(caller, id, { kind, amount: moneyOrNull('amount', amount), months: months ?? null, grounds }) };
  }

  /** @throws DomainError collection.credit.* */
  @Post(':id/credit-notices')
  @Requires('credit.keep')
  @Within(AssessmentReach)
  @ApiOperation({ operationId: 'giveCreditNotice', summary: 'Tell an employer before an entry in its credit record' })
  @ApiCreatedResponse({ description: 'Told.', schema: createdSchema })
  async creditNotice(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { respondBy }: CreditNoticeDto): Promise<Made> {
    return { id: await this.credits.notice(caller, id, dayAt('respondBy', respondBy)) };
  }
}
