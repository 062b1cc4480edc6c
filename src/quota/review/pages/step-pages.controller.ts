import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, dayTyped, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { DeclarationReach, type DeclarationState } from '../../filing/index.js';
import { dayOrNull, itemsOf } from '../api/inputs.js';
import { ReasonedDto, RemarkDto, ReturnDto, SeenReviewDto, TakeUpDto } from '../api/reviews.dto.js';
import { ReviewCommands } from '../app/review-commands.js';
import { ReviewLaw } from '../app/review-law.js';
import type { ShownReview } from '../app/read-review.query.js';
import { mayCountAsNone } from '../domain/correction-request.js';
import { chosenRows, LinesForm, placedAtRows, rowsOf, RowsForm, StepForm } from './forms.js';
import { ReviewParts } from './review-parts.js';
import { wordsOf } from './views/kit.js';
import { correctionPage, finishPage, nonePage, returnPage, takeUpPage, type FinishStage } from './views/step-pages.js';

/** As many as a page of lines has at most. */
const LINES_OFFERED = '200';
const RETURNABLE: readonly DeclarationState[] = ['checking', 'accepted', 'first_check', 'second_check'];

type Again = (faults: readonly FormFault[]) => Promise<PageAnswer>;

/** Steps that ask something first. */
@Controller('reviews/:id')
export class StepPagesController {
  constructor(
    private readonly parts: ReviewParts,
    private readonly commands: ReviewCommands,
    private readonly law: ReviewLaw,
  ) {}

  @Get('finish')
  @Requires('reviews.read')
  @Within(DeclarationReach)
  @Page()
  askFinish(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.finishing(context, caller, id, {}, []);
  }

  @Post('first-check')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  finishFirst(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'words', async () => {
      const { version, words } = await this.parts.forms.read(RemarkDto, { version: Number(form.version), words: form.words });
      await this.commands.finishing.first(caller, id, version, words ?? null);
    }, (faults) => this.finishing(context, caller, id, form, faults));
  }

  @Post('second-check')
  @Requires('reviews.decide')
  @Within(DeclarationReach)
  @Page()
  finishSecond(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'words', async () => {
      const { version, words } = await this.parts.forms.read(RemarkDto, { version: Number(form.version), words: form.words });
      await this.commands.finishing.second(caller, id, version, words ?? null);
    }, (faults) => this.finishing(context, caller, id, form, faults));
  }

  @Post('send-back')
  @Requires('reviews.decide')
  @Within(DeclarationReach)
  @Page()
  sendBack(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'back', async () => {
      const { version, words } = await this.parts.forms.read(ReasonedDto, { version: Number(form.version), words: form.back });
      await this.commands.finishing.sendBack(caller, id, version, words);
    }, (faults) => this.finishing(context, caller, id, form, faults.map((fault) => ({ ...fault, field: 'back' }))));
  }

  @Get('return')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  askReturn(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { after }: LinesForm): Promise<PageAnswer> {
    return this.returning(context, caller, id, after === undefined ? {} : { after }, []);
  }

  @Post('return')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  return(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: RowsForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'items', async () => {
      const items = chosenRows(form).map(({ line, choice, remark }) => ({ need: choice, ...(line === '' ? {} : { lineId: line }), ...(remark === '' ? {} : { words: remark }) }));
      const input = await this.parts.forms.read(ReturnDto, { version: Number(form.version), items, dueOn: dayTyped(form, 'due'), words: form.words });
      await this.commands.returning.run(caller, id, input.version, { items: itemsOf(input.items), dueOn: dayOrNull('dueOn', input.dueOn), words: input.words ?? null });
    }, (faults) => this.returning(context, caller, id, form, faults));
  }

  @Get('count-as-none')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  askNone(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.none(context, caller, id, {}, []);
  }

  @Post('count-as-none')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  countAsNone(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'words', async () => {
      const { version, words } = await this.parts.forms.read(ReasonedDto, { version: Number(form.version), words: form.words });
      await this.commands.returning.countAsNone(caller, id, version, words);
    }, (faults) => this.none(context, caller, id, form, faults));
  }

  @Get('objection')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  async askTakeUp(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return takeUpPage(this.parts.kit(context), { shown: await this.parts.reviews.one(caller, id), typed: {}, faults: [] });
  }

  @Post('objection')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  takeUp(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'dueOn', async () => {
      const { version, dueOn } = await this.parts.forms.read(TakeUpDto, { version: Number(form.version), dueOn: dayTyped(form, 'due') });
      await this.commands.objections.takeUp(caller, id, version, dayOrNull('dueOn', dueOn));
    }, async (faults) => takeUpPage(this.parts.kit(context), { shown: await this.parts.reviews.one(caller, id), typed: form, faults }));
  }

  @Get('correction')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  async askCorrection(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return correctionPage(this.parts.kit(context), { shown: await this.parts.reviews.one(caller, id), typed: {}, faults: [] });
  }

  @Post('correction')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  correct(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'words', async () => {
      const { version, words } = await this.parts.forms.read(ReasonedDto, { version: Number(form.version), words: form.words });
      await this.commands.correcting.begin(caller, id, version, words);
    }, async (faults) => correctionPage(this.parts.kit(context), { shown: await this.parts.reviews.one(caller, id), typed: form, faults }));
  }

  @Post('correction/drop')
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @Page()
  drop(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.attempt(context, id, 'words', async () => {
      const { version } = await this.parts.forms.read(SeenReviewDto, { version: Number(form.version) });
      await this.commands.correcting.drop(caller, id, version);
    }, async (faults) => correctionPage(this.parts.kit(context), { shown: await this.parts.reviews.one(caller, id), typed: form, faults }));
  }

  private attempt(context: PageContext, id: string, field: string, work: () => Promise<void>, again: Again): Promise<PageAnswer> {
    return this.parts.forms.attempt(context, wordsOf(this.parts.kit(context), field), async () => {
      await work();
      return { redirectTo: `/reviews/${id}?done=yes` };
    }, (faults) => again(faults.map((fault) => (fault.field === 'version' ? { ...fault, field } : fault))));
  }

  private async finishing(context: PageContext, caller: Caller, id: string, typed: StepForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const shown = await this.parts.reviews.one(caller, id);
    return finishPage(this.parts.kit(context), { shown, typed, faults }, stageOf(shown, caller));
  }

  private async returning(context: PageContext, caller: Caller, id: string, typed: RowsForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const shown = await this.parts.reviews.one(caller, id);
    const { after } = typed;
    const page = await this.parts.reviews.lines(caller, id, 'doubtful', { limit: LINES_OFFERED, ...(after === undefined || after === '' ? {} : { after }) });
    const possible = RETURNABLE.includes(shown.head.state) && (shown.head.state !== 'first_check' || shown.review?.firstBy === caller.accountId);
    return returnPage(this.parts.kit(context), { shown, typed, faults: placedAtRows(faults, rowsOf(typed), 'items'), page, scope: caller.scope, rows: rowsOf(typed), days: this.law.correctionDays(shown.head.regionCode), possible });
  }

  private async none(context: PageContext, caller: Caller, id: string, typed: StepForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const shown = await this.parts.reviews.one(caller, id);
    const { state, dueOn } = shown.head;
    return nonePage(this.parts.kit(context), { shown, typed, faults }, mayCountAsNone(state, dueOn, this.law.today()) ? 'possible' : state === 'returned' ? 'too-early' : 'not-possible');
  }
}

function stageOf({ head, review, isCorrection }: ShownReview, { permissions, accountId }: Caller): FinishStage {
  const first = isCorrection ? review?.firstAt === null : head.state === 'first_check';
  const second = isCorrection ? review?.firstAt !== null : head.state === 'second_check';
  if (first && permissions.has('reviews.check')) return review?.firstBy === accountId ? 'first' : 'other';
  if (second && permissions.has('reviews.decide')) return review?.firstBy === accountId ? 'same-person' : 'second';
  return 'not-open';
}
