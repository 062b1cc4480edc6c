import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { yearOf } from '../../../kernel/local-date.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type FormWords, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { AssessmentsQueryDto, AwardChoiceDto, CreditNoticeDto, OrderDto, OrderWithdrawalDto, WarningDto } from '../api/collection.dto.js';
import { dayAt, moneyOrNull } from '../api/read-input.js';
import { AssessmentReach, ReadAssessments } from '../app/read-assessments.query.js';
import { AssessmentActs } from './assessment-acts.js';
import { awardWords, creditWords, listWords, orderWords } from './form-words.js';
import { CollectionForm, numberTyped } from './forms.js';
import { assessmentPage } from './views/assessment-page.js';
import { assessmentsPage } from './views/assessment-list.js';
import { kitOf, type Kit } from './views/kit.js';

/** So many years back the list can be narrowed to. */
const YEARS = 6;
const FORMS = ['kind', 'document', 'issuedOn', 'expiresOn', 'amount', 'choice', 'respondBy'];

/** 残保金缴费: one page for the employer, the federation, the finance department and the tax authority, each with what it may do. */
@Controller('assessments')
export class AssessmentPagesController {
  constructor(
    private readonly assessments: ReadAssessments,
    private readonly acts: AssessmentActs,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('assessments.read')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: CollectionForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    const thisYear = yearOf(this.clock.today());
    const years = Array.from({ length: YEARS }, (_, back) => thisYear - back);
    return this.forms.attempt(context, listWords(kit), async () => {
      const { year, state, uscc } = await this.forms.read(AssessmentsQueryDto, { year: query.year, state: query.state, uscc: query.uscc });
      const page = await this.assessments.list(caller, { baseYear: year === undefined ? null : Number(year), state: state ?? null, uscc: uscc ?? null }, query);
      return assessmentsPage(kit, page, { typed: query, faults: [] }, years);
    }, (faults) => assessmentsPage(kit, { items: [], next: null }, { typed: query, faults }, years));
  }

  /** @throws DomainError collection.assessment.not_found */
  @Get(':id')
  @Requires('assessments.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.one(context, caller, id, {}, [], done === 'yes');
  }

  @Post(':id/orders')
  @Requires('finance.order')
  @Within(AssessmentReach)
  @Page()
  order(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, orderWords(this.kit(context)), async () => {
      if (form.kind !== 'warning' && form.kind !== 'order') throw new DomainError('input.invalid', {}, [{ pointer: '/kind', code: 'input.required' }]);
      const given = { document: form.document, issuedOn: dayTyped(form, 'first') };
      if (form.kind === 'warning') {
        const { document, issuedOn } = await this.forms.read(WarningDto, given);
        return this.acts.orders.enter(caller, id, { kind: 'warning', document, issuedOn: dayAt('issuedOn', issuedOn), expiresOn: null, amount: null });
      }
      const { document, issuedOn, expiresOn, amount } = await this.forms.read(OrderDto, { ...given, expiresOn: dayTyped(form, 'last'), amount: numberTyped(form.amount) });
      await this.acts.orders.enter(caller, id, { kind: 'order', document, issuedOn: dayAt('issuedOn', issuedOn), expiresOn: dayAt('expiresOn', expiresOn), amount: moneyOrNull('amount', amount) });
    }, shownAtTheirFields);
  }

  @Post(':id/orders/:recordId/withdraw')
  @Requires('finance.order')
  @Within(AssessmentReach)
  @Page()
  withdrawOrder(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('recordId') recordId: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    const words = orderWords(this.kit(context));
    // There is a form for each document: its fault stands at its own box.
    const at = (faults: readonly FormFault[]): readonly FormFault[] => faults.map((fault) => ({ ...fault, field: `reason-${recordId}` }));
    return this.act(context, caller, id, form, words, async () => {
      const { reason } = await this.forms.read(OrderWithdrawalDto, { reason: form.reason });
      await this.acts.orders.withdraw(caller, id, recordId, reason);
    }, at);
  }

  @Post(':id/award')
  @Requires('awards.choose')
  @Within(AssessmentReach)
  @Page()
  award(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, awardWords(this.kit(context)), async () => {
      const { choice } = await this.forms.read(AwardChoiceDto, { choice: form.choice });
      await this.acts.awards.choose(caller, id, choice);
    }, shownAtTheirFields);
  }

  @Post(':id/credit-notices')
  @Requires('credit.keep')
  @Within(AssessmentReach)
  @Page()
  credit(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, creditWords(this.kit(context)), async () => {
      const { respondBy } = await this.forms.read(CreditNoticeDto, { respondBy: dayTyped(form, 'last') });
      await this.acts.credits.notice(caller, id, dayAt('respondBy', respondBy));
    }, shownAtTheirFields);
  }

  private act(context: PageContext, caller: Caller, id: string, form: CollectionForm, words: FormWords, work: () => Promise<unknown>, at: (faults: readonly FormFault[]) => readonly FormFault[]): Promise<PageAnswer> {
    return this.forms.attempt(context, words, async () => {
      await work();
      return { redirectTo: `/assessments/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, form, at(faults), false));
  }

  private async one(context: PageContext, caller: Caller, id: string, typed: CollectionForm, faults: readonly FormFault[], done: boolean): Promise<PageAnswer> {
    const detail = await this.assessments.find(caller, id);
    const may = (permission: string): boolean => caller.permissions.has(permission);
    return assessmentPage(this.kit(context), detail, {
      typed, faults, done, today: this.clock.today(),
      may: { order: may('finance.order'), award: may('awards.choose'), apply: may('relief.apply'), credit: may('credit.keep'), readRelief: may('relief.read'), readCredit: may('credit.read') },
    });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}

/** A refusal of something that has no form on the page any more is told at the top. */
const shownAtTheirFields = (faults: readonly FormFault[]): readonly FormFault[] => faults.map((fault) => (FORMS.includes(fault.field) ? fault : { ...fault, field: 'main-content' }));
