import { Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Public } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { Produces, requestView } from '../../../platform/http/index.js';
import { Context, Page, pageContext, renderFragment, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { takeVisitorKeyBack, visitorKeyOf } from '../api/visitor-key.js';
import { Rosters, type RosterJob } from '../app/rosters.js';
import type { VisitorKey } from '../infra/visitor-key.js';
import { readGroups } from './error-reader.js';
import { RosterPageLaw } from './page-law.js';
import { rosterPath } from './paths.js';
import { personRow, type PersonRow } from './person-row.js';
import { progressOf } from './progress.js';
import { refusalSentence } from './refusals.js';
import { concluded, resultView } from './result-view.js';
import { errorsPage } from './views/errors-page.js';
import type { ResultView } from './views/frame.js';
import { deletePage, failedPage, gonePage } from './views/gone-page.js';
import { monthsPage, ROWS_A_PAGE } from './views/months-page.js';
import { MOST_PRINTED, printPage } from './views/print-page.js';
import { resultPage } from './views/result-page.js';
import { StatusFragment, statusPage } from './views/status-page.js';

type Opened = { readonly view: ResultView; readonly key: VisitorKey | null };

/** One roster: how far it is, what came of it, and its end. Without the visitor's key it does not exist. */
@Controller('levy/roster')
export class RosterResultController {
  constructor(
    private readonly rosters: Rosters,
    private readonly law: RosterPageLaw,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('status/:id')
  @Public()
  @Page()
  async status(@Context() context: PageContext, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    return this.known(context, async () => {
      const job = await this.rosters.job(id, visitorKeyOf(req, res));
      if (job.state === 'done') return { redirectTo: rosterPath('result', id) };
      if (job.refusal !== null) return { redirectTo: rosterPath('refused', id) };
      return statusPage({ context, id, progress: progressOf(job), minutes: this.settings.roster.retentionMinutes });
    });
  }

  /** The part of the page above that changes; the script asks for it. */
  @Get('progress/:id')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('text/html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async progress(@Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<string> {
    const request = requestView(req, res);
    const context = pageContext(request, request.cookies);
    const job = await this.rosters.job(id, visitorKeyOf(req, res));
    return renderFragment(context, StatusFragment({ context, id, progress: progressOf(job) }));
  }

  @Get('result/:id')
  @Public()
  @Page()
  result(@Context() context: PageContext, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    return this.opened(context, id, req, res, async ({ view }) => {
      const { head } = view;
      if (concluded(head)) return resultPage(view, head);
      return failedPage(view, head, head.ok ? [] : head.error.errors.map(({ code, params }) => refusalSentence(code, params ?? {}, context.variant)));
    });
  }

  @Get('months/:id')
  @Public()
  @Page()
  months(@Context() context: PageContext, @Param('id') id: string, @Query('page') asked: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    return this.opened(context, id, req, res, async ({ view, key }) => {
      const pages = Math.max(1, Math.ceil(view.head.rows.accepted / ROWS_A_PAGE));
      const page = Math.min(pages, Math.max(1, Math.floor(Number(asked)) || 1));
      return monthsPage(view, page, await this.rows(view, id, key, (page - 1) * ROWS_A_PAGE, ROWS_A_PAGE));
    });
  }

  @Get('errors/:id')
  @Public()
  @Page()
  errors(@Context() context: PageContext, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    return this.opened(context, id, req, res, async ({ view, key }) =>
      errorsPage(view, await readGroups(view.head.rowErrorGroups, (from, count) => this.rosters.errors(id, key, from, count))));
  }

  @Get('print/:id')
  @Public()
  @Page()
  print(@Context() context: PageContext, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    return this.opened(context, id, req, res, async ({ view, key }) => {
      const { head } = view;
      if (!concluded(head)) return { redirectTo: rosterPath('result', id) };
      const groups = await readGroups(head.rowErrorGroups, (from, count) => this.rosters.errors(id, key, from, count));
      return printPage(view, head, await this.rows(view, id, key, 0, MOST_PRINTED), groups);
    });
  }

  @Get('delete/:id')
  @Public()
  @Page()
  confirm(@Context() context: PageContext, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    return this.known(context, async () => {
      await this.rosters.job(id, visitorKeyOf(req, res));
      return deletePage(context, id);
    });
  }

  /** Deleting what is gone already is no fault: it says so. */
  @Post('delete/:id')
  @Public()
  @Page()
  async remove(@Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    try {
      await this.rosters.remove(id, visitorKeyOf(req, res));
    } catch (error) {
      if (isGone(error)) return { redirectTo: '/levy/roster?notice=nothing' };
      throw error;
    }
    takeVisitorKeyBack(req, res);
    return { redirectTo: '/levy/roster?notice=deleted' };
  }

  private async rows(view: ResultView, id: string, key: VisitorKey | null, from: number, count: number): Promise<readonly PersonRow[]> {
    return (await this.rosters.persons(id, key, from, count)).map((line) => personRow(line, view.head.rules));
  }

  /** Runs `answer` on a finished roster; leads to the status where it is not finished, and says where it is gone. */
  private opened(context: PageContext, id: string, req: Request, res: Response, answer: (opened: Opened) => Promise<PageAnswer>): Promise<PageAnswer> {
    return this.known(context, async () => {
      const key = visitorKeyOf(req, res);
      const job: RosterJob = await this.rosters.job(id, key);
      if (job.state !== 'done') return { redirectTo: rosterPath('status', id) };
      const stored = await this.rosters.result(id, key);
      return answer({ view: resultView(context, id, stored, job.expiresAt, this.law.get()), key });
    });
  }

  private async known(context: PageContext, answer: () => Promise<PageAnswer>): Promise<PageAnswer> {
    try {
      return await answer();
    } catch (error) {
      if (isGone(error)) return gonePage(context, this.settings.roster.retentionMinutes);
      throw error;
    }
  }
}

const isGone = (error: unknown): boolean => error instanceof DomainError && error.code === 'roster.not_found';
