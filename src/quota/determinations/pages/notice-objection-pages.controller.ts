import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { Public, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { LimitedAs, type PageQueryDto } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { NoticeObjectionAnswerDto, NoticeObjectionDto } from '../api/objection.dto.js';
import { NoticeObjections } from '../app/notice-objections.command.js';
import { NoticeReach, ReadNotices } from '../app/read-notices.query.js';
import { answerWords, objectWords } from './form-words.js';
import { AnswerForm, DoneForm, ObjectForm } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { objectionsPage, objectPage } from './views/objection-pages.js';

/** 公示异议: made by anybody, answered by whoever published. */
@Controller('notices/:id')
export class NoticeObjectionPagesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly objections: NoticeObjections,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError determinations.notice.not_found */
  @Get('object')
  @Public()
  @Page()
  async ask(@Context() context: PageContext, @Param('id') id: string): Promise<PageAnswer> {
    return objectPage(this.kit(context), await this.notices.find(id), { typed: {}, faults: [], today: this.clock.today() });
  }

  @Post('object')
  @Public()
  @LimitedAs('verify')
  @Page()
  object(@Context() context: PageContext, @Param('id') id: string, @Body() form: ObjectForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.forms.attempt(context, objectWords(kit), async () => {
      const contact = form.contact?.trim();
      const { place, party, words, contact: reached } = await this.forms.read(NoticeObjectionDto, { place: placeOf(form.place), party: form.party, words: form.words?.trim(), contact: contact === '' ? undefined : contact });
      await this.objections.make(id, { place: place ?? null, party, words, contact: reached ?? null });
      return { redirectTo: `/notices/${id}?done=objected` };
    }, async (faults) => objectPage(kit, await this.notices.find(id), { typed: form, faults, today: this.clock.today() }));
  }

  /** @throws DomainError determinations.notice.not_found */
  @Get('objections')
  @Requires('notices.publish')
  @Within(NoticeReach)
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { done, ...query }: DoneForm): Promise<PageAnswer> {
    return this.all(context, caller, id, query, { typed: {}, faults: [], at: null, done: done === 'yes' });
  }

  @Post('objections/:objectionId')
  @Requires('notices.publish')
  @Within(NoticeReach)
  @Page()
  answer(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('objectionId') objectionId: string, @Body() form: AnswerForm): Promise<PageAnswer> {
    return this.forms.attempt(context, answerWords(this.kit(context)), async () => {
      const { outcome, answer } = await this.forms.read(NoticeObjectionAnswerDto, { outcome: form.outcome, answer: form.answer?.trim() });
      await this.objections.answer(caller, id, objectionId, outcome, answer);
      return { redirectTo: `/notices/${id}/objections?done=yes` };
    }, (faults) => this.all(context, caller, id, {}, { typed: form, faults, at: objectionId, done: false }));
  }

  private async all(context: PageContext, caller: Caller, id: string, query: PageQueryDto, state: { readonly typed: AnswerForm; readonly faults: readonly FormFault[]; readonly at: string | null; readonly done: boolean }): Promise<PageAnswer> {
    return objectionsPage(this.kit(context), await this.notices.find(id), await this.objections.list(caller, id, query), state);
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}

/** A whole number where one was typed; anything else as it is, to be told at its field. */
function placeOf(typed: string | undefined): number | string | undefined {
  const plain = normaliseCode(typed ?? '');
  return plain === '' ? undefined : /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
}
