import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { clearDraft, readDraft, writeDraft } from './draft/draft-cookie.js';
import { EXAMPLE, isExample } from './draft/example.js';
import { PageLaw } from './page-law.js';
import { startPage, type Notice } from './views/start-page.js';

/** Where the journey begins, and where its answers are forgotten. */
@Controller('levy')
export class LevyStartController {
  constructor(private readonly law: PageLaw) {}

  @Get()
  @Public()
  @Page()
  start(@Context() context: PageContext, @Query('notice') notice: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    return startPage(context, readDraft(req, res, this.law.get().simulator.today), NOTICES.find((known) => known === notice) ?? null);
  }

  @Post('clear')
  @Public()
  @Page()
  clear(@Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    clearDraft(req, res);
    return { redirectTo: '/levy?notice=cleared' };
  }

  /** Answers that somebody has begun are never replaced by it. */
  @Post('example')
  @Public()
  @Page()
  example(@Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const draft = readDraft(req, res, this.law.get().simulator.today);
    if (Object.keys(draft).length > 0 && !isExample(draft)) return { redirectTo: '/levy?notice=kept' };
    writeDraft(req, res, EXAMPLE);
    return { redirectTo: '/levy/statement' };
  }
}

const NOTICES: readonly Notice[] = ['cleared', 'dropped', 'kept'];
