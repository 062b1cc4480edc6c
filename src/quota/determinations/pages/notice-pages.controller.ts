import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { chinaDay, type Clock } from '../../../kernel/clock.js';
import { csvLines, CSV_MARK } from '../../../kernel/csv.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { regionCode } from '../../../kernel/region-code.js';
import { say } from '../../../kernel/texts.js';
import { callerOf, Public, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { Produces, requestView, type PageQueryDto } from '../../../platform/http/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { NoticesQueryDto, NoticeWithdrawalDto } from '../api/determinations.dto.js';
import { NoticeLaw } from '../app/notice-law.js';
import { PublishNotice } from '../app/publish-notice.command.js';
import { NoticeReach, ReadNotices } from '../app/read-notices.query.js';
import { noticesWords, withdrawWords } from './form-words.js';
import { DoneForm, NoticesForm, WithdrawForm } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { determinationPageTexts } from './texts.js';
import { cellsOf, headOf, noticePage, noticesPage, type LineWords, type NoticeState } from './views/notice-pages.js';

const CSV = 'text/csv';

/** 公示, for anybody to read. */
@Controller('notices')
export class NoticePagesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly publishing: PublishNotice,
    private readonly law: NoticeLaw,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Page()
  list(@Context() context: PageContext, @Query() query: NoticesForm, @Req() req: Request): Promise<PageAnswer> {
    const kit = this.kit(context);
    const mayPublish = callerOf(req)?.permissions.has('notices.publish') ?? false;
    return this.forms.attempt(context, noticesWords(kit), async () => {
      const { region, year } = await this.forms.read(NoticesQueryDto, { ...query, region: placeCodeTyped(query.region, this.policy.regions) ?? '', year: normaliseCode(query.year ?? '') });
      const page = await this.notices.list({ region: region === undefined ? null : regionCode(region), baseYear: year === undefined ? null : Number(year) }, query);
      return noticesPage(kit, page, { typed: query, faults: [] }, this.clock.today(), mayPublish);
    }, (faults) => noticesPage(kit, { items: [], next: null }, { typed: query, faults }, this.clock.today(), mayPublish));
  }

  /** @throws DomainError determinations.notice.not_found */
  @Get(':id')
  @Public()
  @Page()
  show(@Context() context: PageContext, @Param('id') id: string, @Query() { done, ...query }: DoneForm, @Req() req: Request): Promise<PageAnswer> {
    return this.one(context, callerOf(req), id, query, { typed: {}, faults: [], done: done === 'published' || done === 'withdrawn' || done === 'objected' ? done : null });
  }

  /** All lines as a table, written while they are read. @throws DomainError determinations.notice.not_found */
  @Get(':id/lines.csv')
  @Public()
  @ApiExcludeEndpoint()
  @Produces(CSV, 'text/html')
  async csv(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { language } = requestView(req, res);
    const words: LineWords = { variant: language, t: (key, params) => say(determinationPageTexts, language, key, params ?? {}), place: (region) => this.policy.regions.fullName(region) };
    const notice = await this.notices.find(id);
    const pieces = this.notices.allLines(id);
    res.type(`${CSV}; charset=utf-8`).setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Disposition', `attachment; filename="notice-${notice.regionCode}-${notice.baseYear}.csv"`);
    async function* written(): AsyncGenerator<string> {
      yield CSV_MARK + csvLines([headOf(words, notice)]);
      for await (const lines of pieces) yield csvLines(lines.map((line) => cellsOf(words, notice, line)));
    }
    await pipeline(Readable.from(written()), res).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  }

  @Post(':id/withdraw')
  @Requires('notices.publish')
  @Within(NoticeReach)
  @Page()
  withdraw(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: WithdrawForm): Promise<PageAnswer> {
    return this.forms.attempt(context, withdrawWords(this.kit(context)), async () => {
      const { reason } = await this.forms.read(NoticeWithdrawalDto, { reason: form.reason });
      await this.publishing.withdraw(caller, id, reason);
      return { redirectTo: `/notices/${id}?done=withdrawn` };
    }, (faults) => this.one(context, caller, id, {}, { typed: form, faults, done: null }));
  }

  private async one(context: PageContext, caller: Caller | null, id: string, query: PageQueryDto, state: Pick<NoticeState, 'typed' | 'faults' | 'done'>): Promise<PageAnswer> {
    const notice = await this.notices.find(id);
    const lines = await this.notices.lines(id, query);
    const mayWithdraw = caller !== null && caller.permissions.has('notices.publish') && caller.scope.kind === 'region' && notice.regionCode.startsWith(caller.scope.prefix);
    return noticePage(this.kit(context), notice, lines, { ...state, today: this.clock.today(), mayWithdraw, assumed: this.law.assumed(notice.regionCode, chinaDay(notice.publishedAt), notice.closesOn) });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
