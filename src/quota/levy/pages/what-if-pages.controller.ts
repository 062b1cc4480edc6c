import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { exploreOutlook, exploreWhatIf } from '../app/explore-what-if.query.js';
import type { LevyCase } from '../domain/case.js';
import { readDraft } from './draft/draft-cookie.js';
import { rawCaseOf } from './draft/draft.js';
import { isComputable } from './draft/tasks.js';
import { typedOf, type Typed } from './forms/typed.js';
import { readWhatIf } from './forms/what-if-question.js';
import { PageLaw } from './page-law.js';
import { whereToGo } from './result.controller.js';
import { whatIfPage } from './views/what-if-page.js';

/** What one more disabled employee would change, for the case of the journey. */
@Controller('levy/what-if')
export class LevyWhatIfPagesController {
  constructor(private readonly law: PageLaw) {}

  @Get()
  @Public()
  @Page()
  explore(@Context() context: PageContext, @Query() query: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { simulator } = this.law.get();
    const draft = readDraft(req, res, simulator.today);
    if (!isComputable(draft)) return { redirectTo: whereToGo(draft) };
    // The draft was held against the contract when its cookie was read; faults of law send back to the answers.
    const levyCase = rawCaseOf(draft) as LevyCase;
    const outlook = exploreOutlook(simulator, levyCase);
    if (!outlook.ok) return { redirectTo: whereToGo(draft) };
    const typed = typedOf(query);
    const place = { region: levyCase.region };
    const view = { context, typed, faults: [], toCheck: false };
    if (!isAsked(typed)) return whatIfPage(view, null, place, outlook);
    const asked = readWhatIf(typed);
    if ('faults' in asked) return whatIfPage({ ...view, faults: asked.faults }, null, place, outlook);
    const answer = exploreWhatIf(simulator, levyCase, asked.question);
    if (!answer.ok) return { redirectTo: whereToGo(draft) };
    return whatIfPage(view, { answer, month: asked.month }, place, outlook);
  }
}

/** The form always sends a month; a link may bring the other answers along. */
const isAsked = (typed: Typed): boolean => Object.hasOwn(typed, 'month');
