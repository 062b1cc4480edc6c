import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Produces } from '../../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { readDraft, writeDraft } from './draft/draft-cookie.js';
import { unchecked, type LevyDraft } from './draft/draft.js';
import { kept, pathAfter, STEP_KEYS, stepPath, type StepKey } from './draft/tasks.js';
import { faultAt, type FormFault } from './forms/faults.js';
import { textOf, typedOf, type Typed } from './forms/typed.js';
import { PageLaw } from './page-law.js';
import { MOST_MATCHES } from './steps/region-step.js';
import type { Law, Step } from './steps/step.js';
import { steps } from './steps/steps.js';
import { notLiablePage } from './views/not-liable-page.js';

type Asked = Readonly<Record<string, unknown>>;

/** One question per page. The pages differ only in their step. */
@Controller('levy')
export class LevyQuestionsController {
  constructor(private readonly law: PageLaw) {}

  @Get([...STEP_KEYS])
  @Public()
  @Page()
  ask(@Context() context: PageContext, @Query() query: Asked, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const law = this.law.get();
    const draft = readDraft(req, res, law.simulator.today);
    const step = stepOf(context);
    const asked = typedOf(query);
    return show(context, step, draft, law, { ...step.typedFrom(draft), ...pick(asked, ['q', 'own']) }, [], textOf(asked, 'to') === 'check');
  }

  @Post([...STEP_KEYS])
  @Public()
  @Page()
  answer(@Context() context: PageContext, @Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const law = this.law.get();
    const draft = readDraft(req, res, law.simulator.today);
    const step = stepOf(context);
    const typed = typedOf(body);
    const toCheck = textOf(typed, 'to') === 'check';
    const answer = step.read(typed, draft, law);
    if (answer.kind === 'faults') return show(context, step, draft, law, typed, answer.faults, toCheck);
    if (answer.kind === 'elsewhere') return { redirectTo: kept(answer.goTo, toCheck) };
    if (!writeDraft(req, res, unchecked(answer.draft))) return show(context, step, draft, law, typed, [DRAFT_FULL], toCheck);
    if (answer.goTo !== undefined) return { redirectTo: kept(answer.goTo, toCheck) };
    return { redirectTo: toCheck ? '/levy/check' : pathAfter(step.key) };
  }

  @Post('seasonal/remove')
  @Public()
  @Page()
  removeSeasonal(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const typed = typedOf(body);
    const draft = readDraft(req, res, this.law.get().simulator.today);
    const number = Number(textOf(typed, 'number'));
    writeDraft(req, res, unchecked({ ...draft, seasonal: (draft.seasonal ?? []).filter((_, index) => index + 1 !== number) }));
    return { redirectTo: kept(stepPath('seasonal'), textOf(typed, 'to') === 'check') };
  }

  @Get('not-liable')
  @Public()
  @Page()
  notLiable(@Context() context: PageContext, @Query('kind') kind: unknown): PageAnswer {
    return notLiablePage(context, typeof kind === 'string' ? kind : '');
  }

  /** What the code look-up of the page suggests while one types. */
  @Get('regions')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('application/json')
  @Header('Cache-Control', 'public, max-age=3600')
  regions(@Query('q') query: unknown): { readonly items: readonly { readonly value: string; readonly text: string }[] } {
    const { regions } = this.law.get();
    const found = typeof query === 'string' ? regions.search(query.slice(0, 100), MOST_MATCHES) : [];
    return { items: found.map(({ code }) => ({ value: code, text: regions.fullName(code) })) };
  }
}

/** A draft that no longer fits leads to the roster; see the summary of faults. */
export const DRAFT_FULL: FormFault = faultAt({ field: 'main-content', label: 'disabled' }, 'levy.page.draft_full');

function stepOf(context: PageContext): Step {
  const name = /^\/levy\/([a-z]+)/.exec(context.path)?.[1];
  return steps[name as StepKey];
}

function show(context: PageContext, step: Step, draft: LevyDraft, law: Law, typed: Typed, faults: readonly FormFault[], toCheck: boolean): PageAnswer {
  return step.show({ context, typed, faults, toCheck }, draft, law);
}

const pick = (typed: Typed, names: readonly string[]): Typed => Object.fromEntries(names.filter((name) => textOf(typed, name) !== '').map((name) => [name, textOf(typed, name)]));
