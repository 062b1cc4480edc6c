import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, Upload } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { CaseVersionDto, CaseDecisionDto, DefenceDto, ProposalDto } from '../api/inspection.dto.js';
import { dayOf, paperIn } from '../api/show.js';
import { AnswerCase, PAPER_BYTES } from '../app/answer-case.command.js';
import { InspectCase } from '../app/inspect-case.command.js';
import { CaseReach, ReadInspections } from '../app/read-inspections.query.js';
import { caseWords } from './form-words.js';
import { InspectionForm, wholeTyped } from './forms.js';
import { casesPage } from './views/campaign-pages.js';
import { casePage } from './views/case-page.js';
import { kitOf, type Kit } from './views/kit.js';

/** Boxes that stand on the page only in some states; a fault of one that is not there is told at the top. */
const BOXES: Readonly<Record<string, readonly string[]>> = { asked: ['file', 'line', 'grounds', 'dueOn'], answered: ['grounds', 'dueOn'], proposed: ['file', 'line', 'defence', 'outcome', 'decision'], defended: ['outcome', 'decision'] };

/** One filing that was drawn, for the employer and for whoever inspects it. */
@Controller('inspection-cases')
export class CasePagesController {
  constructor(
    private readonly inspections: ReadInspections,
    private readonly inspecting: InspectCase,
    private readonly answering: AnswerCase,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('inspections.see_cases')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return casesPage(this.kit(context), await this.inspections.cases(caller, query));
  }

  /** @throws DomainError inspection.case.not_found */
  @Get(':id')
  @Requires('inspections.see_cases')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.one(context, caller, id, {}, [], done === 'yes');
  }

  @Post(':id/papers')
  @Requires('inspections.answer')
  @Within(CaseReach)
  @Upload()
  @Page()
  async addPaper(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<PageAnswer> {
    const kit = this.kit(context);
    let typed: InspectionForm = {};
    const refused = (field: string, text: string): Promise<PageAnswer> => this.one(context, caller, id, typed, [{ field, text }], false);
    return this.forms.attempt(context, caseWords(kit), async () => {
      try {
        const { name, bytes, lineId } = await paperIn(req, PAPER_BYTES, ({ line = '' }) => { typed = { line }; });
        await this.answering.addPaper(caller, id, lineId, name, bytes);
        return { redirectTo: `/inspection-cases/${id}?done=yes` };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'upload.file_missing' || error.code === 'upload.file_empty') return refused('file', kit.t('askFile'));
        if (error.code === 'upload.file_too_large') return refused('file', kit.t('fileTooLarge'));
        if (error.code === 'inspection.line.not_found') return refused('line', kit.t('askLine'));
        throw error;
      }
    }, (faults) => this.one(context, caller, id, typed, faults, false));
  }

  @Post(':id/answer')
  @Requires('inspections.answer')
  @Within(CaseReach)
  @Page()
  answer(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: InspectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, async () => {
      const { version } = await this.forms.read(CaseVersionDto, { version: wholeTyped(form.version) });
      await this.answering.answer(caller, id, version);
    });
  }

  @Post(':id/clear')
  @Requires('inspections.carry_out')
  @Within(CaseReach)
  @Page()
  clear(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: InspectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, async () => {
      const { version } = await this.forms.read(CaseVersionDto, { version: wholeTyped(form.version) });
      await this.inspecting.clear(caller, id, version);
    });
  }

  @Post(':id/propose')
  @Requires('inspections.carry_out')
  @Within(CaseReach)
  @Page()
  propose(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: InspectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, async () => {
      const { version, grounds, dueOn } = await this.forms.read(ProposalDto, { version: wholeTyped(form.version), grounds: form.grounds?.trim(), dueOn: dayTyped(form, 'dueOn') });
      await this.inspecting.propose(caller, id, version, grounds, dayOf('dueOn', dueOn));
    });
  }

  @Post(':id/defend')
  @Requires('inspections.answer')
  @Within(CaseReach)
  @Page()
  defend(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: InspectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, async () => {
      const { version, defence } = await this.forms.read(DefenceDto, { version: wholeTyped(form.version), defence: form.defence?.trim() });
      await this.answering.defend(caller, id, version, defence);
    });
  }

  @Post(':id/decide')
  @Requires('inspections.decide')
  @Within(CaseReach)
  @Page()
  decide(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: InspectionForm): Promise<PageAnswer> {
    return this.act(context, caller, id, form, async () => {
      const { version, outcome, decision } = await this.forms.read(CaseDecisionDto, { version: wholeTyped(form.version), outcome: form.outcome, decision: form.decision?.trim() });
      await this.inspecting.decide(caller, id, version, outcome, decision);
    });
  }

  private act(context: PageContext, caller: Caller, id: string, form: InspectionForm, work: () => Promise<void>): Promise<PageAnswer> {
    return this.forms.attempt(context, caseWords(this.kit(context)), async () => {
      await work();
      return { redirectTo: `/inspection-cases/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, form, faults, false));
  }

  private async one(context: PageContext, caller: Caller, id: string, typed: InspectionForm, faults: readonly FormFault[], done: boolean): Promise<PageAnswer> {
    const detail = await this.inspections.case(caller, id);
    const boxes = BOXES[detail.head.state] ?? [];
    const may = (permission: string): boolean => caller.permissions.has(permission);
    return casePage(this.kit(context), detail, {
      typed, done, faults: faults.map((fault) => (boxes.includes(fault.field) ? fault : { ...fault, field: 'main-content' })),
      may: { carryOut: may('inspections.carry_out'), decide: may('inspections.decide') && detail.head.proposedBy !== caller.accountId, answer: may('inspections.answer'), isEmployer: caller.scope.kind === 'employer' },
    });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
