import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { DeclarationReach } from '../../filing/index.js';
import { LineDecisionDto, QueueQueryDto, ReviewLinesQueryDto, SeenReviewDto } from '../api/reviews.dto.js';
import { decisionOf, questionOf } from '../api/inputs.js';
import { ReviewCommands } from '../app/review-commands.js';
import { ReviewLaw } from '../app/review-law.js';
import { beyondDoubt } from '../domain/line-decision.js';
import type { LineFilter } from '../infra/decision.repository.js';
import { DecideForm, LinesForm, monthsTicked, QueueForm, StepForm } from './forms.js';
import { mayOf, ReviewParts } from './review-parts.js';
import { wordsOf } from './views/kit.js';
import { linePage } from './views/line-page.js';
import { linesPage } from './views/lines-page.js';
import { queuePage } from './views/queue-page.js';
import { reviewPage } from './views/review-page.js';

type SimpleStep = (caller: Caller, id: string, version: number) => Promise<unknown>;

/** 审核: the queue, one filing, its lines. */
@Controller('reviews')
export class ReviewPagesController {
  constructor(
    private readonly parts: ReviewParts,
    private readonly commands: ReviewCommands,
    private readonly law: ReviewLaw,
  ) {}

  @Get()
  @Requires('reviews.read')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() form: QueueForm): Promise<PageAnswer> {
    const kit = this.parts.kit(context);
    return this.parts.forms.attempt(context, wordsOf(kit, 'state'), async () => {
      const query = await this.parts.forms.read(QueueQueryDto, { ...form, region: this.parts.placeCode(form.region) });
      return queuePage(kit, await this.parts.queue.page(caller, questionOf(query), query), form, []);
    }, (faults) => queuePage(kit, { items: [], next: null }, form, faults));
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get(':id')
  @Requires('reviews.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { done }: LinesForm): Promise<PageAnswer> {
    return this.shown(context, caller, id, done === 'yes', []);
  }

  @Post(':id/accept')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  accept(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, (one, at, version) => this.commands.accepting.accept(one, at, version));
  }

  @Post(':id/begin')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  begin(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, (one, at, version) => this.commands.accepting.begin(one, at, version));
  }

  @Post(':id/take-over')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  takeOver(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, (one, at, version) => this.commands.accepting.takeOver(one, at, version));
  }

  @Post(':id/clear-lines')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  clear(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, (one, at, version) => this.commands.lines.together(one, at, version));
  }

  @Get(':id/lines')
  @Requires('reviews.read')
  @Within(DeclarationReach)
  @Page()
  async lines(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() form: LinesForm): Promise<PageAnswer> {
    const head = await this.parts.filings.head(caller, id);
    const { filter, limit, after } = await this.parts.forms.read(ReviewLinesQueryDto, { filter: form.filter, limit: form.limit, after: form.after });
    const wanted: LineFilter = filter ?? 'all';
    const page = await this.parts.reviews.lines(caller, id, wanted, { ...(limit === undefined ? {} : { limit }), ...(after === undefined ? {} : { after }) });
    return linesPage(this.parts.kit(context), { head, filter: wanted, page, scope: caller.scope, done: form.done === 'yes' });
  }

  /** @throws DomainError review.line.not_found */
  @Get(':id/lines/:lineId')
  @Requires('reviews.read')
  @Within(DeclarationReach)
  @Page()
  line(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string): Promise<PageAnswer> {
    return this.oneLine(context, caller, id, lineId, null, []);
  }

  /** @throws DomainError review.line.not_found */
  @Post(':id/lines/:lineId')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  decide(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() form: DecideForm): Promise<PageAnswer> {
    return this.parts.forms.attempt(context, wordsOf(this.parts.kit(context), 'months'), async () => {
      const input = await this.parts.forms.read(LineDecisionDto, { version: Number(form.version), months: monthsTicked(form), reason: form.reason, words: form.words });
      await this.commands.lines.one(caller, id, input.version, lineId, decisionOf(input));
      return { redirectTo: `/reviews/${id}/lines?filter=undecided&done=yes` };
    }, (faults) => this.oneLine(context, caller, id, lineId, form, faults));
  }

  private async shown(context: PageContext, caller: Caller, id: string, done: boolean, faults: readonly FormFault[]): Promise<PageAnswer> {
    return reviewPage(this.parts.kit(context), { shown: await this.parts.reviews.one(caller, id), may: mayOf(caller), done, faults, today: this.law.today() });
  }

  private step(context: PageContext, caller: Caller, id: string, form: StepForm, work: SimpleStep): Promise<PageAnswer> {
    // What was seen has gone by: the page is shown as it is now, with the word at its top.
    return this.parts.forms.attempt(context, wordsOf(this.parts.kit(context), 'ways'), async () => {
      const { version } = await this.parts.forms.read(SeenReviewDto, { version: Number(form.version) });
      await work(caller, id, version);
      return { redirectTo: `/reviews/${id}?done=yes` };
    }, (faults) => this.shown(context, caller, id, false, faults.map((fault) => ({ ...fault, field: 'ways' }))));
  }

  private async oneLine(context: PageContext, caller: Caller, id: string, lineId: string, form: DecideForm | null, faults: readonly FormFault[]): Promise<PageAnswer> {
    const shown = await this.parts.reviews.one(caller, id);
    const line = await this.parts.reviews.line(caller, id, lineId);
    const { head, review, isCorrection, papers } = shown;
    const isOpen = isCorrection ? review?.firstAt === null : head.state === 'first_check';
    const { decision, claimed, contested } = line;
    const months = form === null ? (decision?.months ?? beyondDoubt(claimed, line.compared, contested)) : monthsTicked(form).reduce((mask, month) => (Number.isInteger(month) && month >= 1 && month <= 12 ? mask | (1 << (month - 1)) : mask), 0);
    return linePage(this.parts.kit(context), {
      head, line, scope: caller.scope, mayDecide: isOpen && caller.permissions.has('reviews.check') && review?.firstBy === caller.accountId, mayOpen: caller.permissions.has('filings.papers'),
      papers: papers.filter(({ registryPersonId }) => registryPersonId === line.registryPersonId), typed: { months, reason: form?.reason ?? (decision === null || decision.reason === 'clear' ? '' : decision.reason), words: form?.words ?? decision?.words ?? '' }, faults,
    });
  }
}
