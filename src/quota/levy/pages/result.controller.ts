import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Produces } from '../../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { missingPeople } from '../app/explore-what-if.query.js';
import { simulateLevy } from '../app/simulate-levy.query.js';
import type { LevyCase } from '../domain/case.js';
import type { LevyOutcome } from '../domain/result.js';
import { readDraft, writeDraft } from './draft/draft-cookie.js';
import { pass, rawCaseOf, type LevyDraft } from './draft/draft.js';
import { isComputable } from './draft/tasks.js';
import { PageLaw } from './page-law.js';
import type { Law } from './steps/step.js';
import { checkPage } from './views/check-page.js';
import { statementPage } from './views/statement-page.js';

/** The last look at the answers, and what comes out. */
@Controller('levy')
export class LevyResultController {
  constructor(private readonly law: PageLaw) {}

  @Get('check')
  @Public()
  @Page()
  check(@Context() context: PageContext, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft, outcome } = this.asked(req, res);
    return checkPage(context, draft, law, outcome);
  }

  @Post('check')
  @Public()
  @Page()
  confirm(@Context() context: PageContext, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft, outcome } = this.asked(req, res);
    if (!outcome?.ok || !writeDraft(req, res, pass(draft, 'check'))) return checkPage(context, draft, law, outcome);
    return { redirectTo: '/levy/statement' };
  }

  @Get('statement')
  @Public()
  @Page()
  statement(@Context() context: PageContext, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft, outcome } = this.asked(req, res);
    if (!outcome?.ok) return { redirectTo: whereToGo(draft) };
    const missing = missingPeople(law.simulator, rawCaseOf(draft) as LevyCase);
    if ('ok' in missing) return { redirectTo: whereToGo(draft) };
    return statementPage(context, draft, law, outcome, missing);
  }

  /** Case and result as the API would take and give them. */
  @Get('statement.json')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('application/json')
  download(@Req() req: Request, @Res() res: Response): void {
    const { draft, outcome } = this.asked(req, res);
    if (!outcome?.ok) return res.redirect(303, whereToGo(draft));
    res.setHeader('Cache-Control', 'no-store');
    res.attachment(`levy-${draft.baseYear}.json`).type('application/json').send(`${JSON.stringify({ case: rawCaseOf(draft), result: outcome }, null, 2)}\n`);
  }

  private asked(req: Request, res: Response): { readonly law: Law; readonly draft: LevyDraft; readonly outcome: LevyOutcome | null } {
    const law = this.law.get();
    const draft = readDraft(req, res, law.simulator.today);
    return { law, draft, outcome: isComputable(draft) ? simulateLevy(law.simulator, rawCaseOf(draft), { statement: true }) : null };
  }
}

/** Nothing to compute: back to the answers that are there, or to the start where there are none. */
export const whereToGo = (draft: LevyDraft): string => (Object.keys(draft).length === 0 ? '/levy?notice=dropped' : '/levy/check');
