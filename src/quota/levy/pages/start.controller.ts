import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { clearDraft, readDraft } from './draft/draft-cookie.js';
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
}

const NOTICES: readonly Notice[] = ['cleared', 'dropped'];
