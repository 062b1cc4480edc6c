import { Body, Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Produces, requestView } from '../../../platform/http/index.js';
import { Context, Page, pageContext, renderFragment, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { simulateLevy } from '../app/simulate-levy.query.js';
import type { LevyResult } from '../domain/result.js';
import { readDraft, writeDraft } from './draft/draft-cookie.js';
import { pass, rawCaseOf, type LevyDraft } from './draft/draft.js';
import { isComputable } from './draft/tasks.js';
import { readQuick } from './forms/quick-form.js';
import { typedOf, type Typed } from './forms/typed.js';
import { PageLaw } from './page-law.js';
import { DRAFT_FULL } from './questions.controller.js';
import { regionName } from './steps/region-step.js';
import type { Law } from './steps/step.js';
import { steps } from './steps/steps.js';
import { caseFaults } from './views/check-page.js';
import { LiveSum, quickPage } from './views/quick-page.js';

/** The same case on one page. */
@Controller('levy')
export class LevyQuickController {
  constructor(private readonly law: PageLaw) {}

  @Get('quick')
  @Public()
  @Page()
  show(@Context() context: PageContext, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const law = this.law.get();
    const draft = readDraft(req, res, law.simulator.today);
    return quickPage({ context, typed: typedFromDraft(draft, law), faults: [], toCheck: false }, draft, law, isComputable(draft) ? resultOf(draft, law) : null);
  }

  @Post('quick')
  @Public()
  @Page()
  compute(@Context() context: PageContext, @Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const law = this.law.get();
    const draft = readDraft(req, res, law.simulator.today);
    const typed = typedOf(body);
    const again = (faults: Parameters<typeof quickPage>[0]['faults']): PageAnswer => quickPage({ context, typed, faults, toCheck: false }, draft, law, null);
    const answer = readQuick(typed, draft, law);
    if ('goTo' in answer) return { redirectTo: answer.goTo };
    if ('faults' in answer) return again(answer.faults);
    const outcome = simulateLevy(law.simulator, rawCaseOf(answer.draft), { statement: false });
    // What is wrong with answers of other pages is told, and mended, where all answers stand.
    if (!writeDraft(req, res, outcome.ok ? pass(answer.draft, 'check') : answer.draft)) return again([DRAFT_FULL]);
    return { redirectTo: caseFaults(outcome).length > 0 ? '/levy/check' : '/levy/statement' };
  }

  /** The sum while one types. Half a form is not a fault: then there is no sum yet. */
  @Post('live')
  @HttpCode(200)
  @Public()
  @ApiExcludeEndpoint()
  @Produces('text/html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  live(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): string {
    const law = this.law.get();
    const view = requestView(req, res);
    const answer = readQuick(typedOf(body), readDraft(req, res, law.simulator.today), law);
    const context = pageContext(view, view.cookies);
    return renderFragment(context, LiveSum({ context, result: 'draft' in answer ? resultOf(answer.draft, law) : null }));
  }
}

function resultOf(draft: LevyDraft, law: Law): LevyResult | null {
  const outcome = simulateLevy(law.simulator, rawCaseOf(draft), { statement: false });
  return outcome.ok ? outcome : null;
}

/** The boxes as the draft has them. */
function typedFromDraft(draft: LevyDraft, { regions }: Law): Typed {
  const { region, baseYear, headcount, disabled, arrangedCount, alreadyPaid } = draft;
  return {
    ...steps.kind.typedFrom(draft),
    ...steps.wages.typedFrom(draft),
    q: region === undefined ? undefined : regionName(regions, region),
    year: baseYear?.toString(),
    average: headcount !== undefined && 'average' in headcount ? headcount.average : undefined,
    arrangedCount: disabled === 'nobody' ? '0' : arrangedCount,
    alreadyPaid,
  };
}
