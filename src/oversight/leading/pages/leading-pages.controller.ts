import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Clock } from '../../../kernel/clock.js';
import { csvLines, CSV_MARK } from '../../../kernel/csv.js';
import { say } from '../../../kernel/texts.js';
import { ownCounty, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { Produces, requestView } from '../../../platform/http/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { dayOf, questionOf } from '../api/leading.controller.js';
import { BodiesQueryDto, BodyQueryDto, LeadingQueryDto, PlanDto } from '../api/leading.dto.js';
import { KeepLeading } from '../app/keep-leading.command.js';
import { BodyReach, ReadLeading } from '../app/read-leading.query.js';
import { planWords, questionWords } from './form-words.js';
import { codeTyped, LeadingForm, wholeTyped } from './forms.js';
import { leadingPageTexts } from './texts.js';
import { bodiesPage, bodyPage, cellsOf, headOf, type BodyWords } from './views/body-pages.js';
import { kitOf, type Kit } from './views/kit.js';
import { summaryPage } from './views/summary-page.js';

const CSV = 'text/csv';

/** 带头安置 on pages. */
@Controller()
export class LeadingPagesController {
  constructor(
    private readonly leading: ReadLeading,
    private readonly keeping: KeepLeading,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('leading')
  @Requires('leading.read')
  @Page()
  summary(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: LeadingForm): Promise<PageAnswer> | PageAnswer {
    const kit = this.kit(context);
    const state = { today: this.clock.today(), mayKeep: caller.permissions.has('leading.keep') };
    if (query.region === undefined && query.year === undefined) return summaryPage(kit, null, { typed: { region: ownCounty(caller) }, faults: [], ...state });
    return this.forms.attempt(context, questionWords(kit), async () => {
      const asked = await this.forms.read(LeadingQueryDto, { region: placeCodeTyped(query.region, this.policy.regions), year: codeTyped(query.year) });
      return summaryPage(kit, await this.leading.summary(caller, questionOf(asked)), { typed: { ...query, year: asked.year }, faults: [], ...state });
    }, (faults) => summaryPage(kit, null, { typed: query, faults, ...state }));
  }

  @Get('leading/bodies')
  @Requires('leading.read')
  @Page()
  bodies(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: LeadingForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.forms.attempt(context, questionWords(kit), async () => {
      const asked = await this.forms.read(BodiesQueryDto, { region: placeCodeTyped(query.region, this.policy.regions), year: codeTyped(query.year), verdict: query.verdict === '' ? undefined : query.verdict });
      return bodiesPage(kit, await this.leading.bodies(caller, questionOf(asked), asked.verdict ?? null, query), { typed: { ...query, year: asked.year }, faults: [] });
    }, (faults) => bodiesPage(kit, { items: [], next: null }, { typed: query, faults }));
  }

  /** All of them as a table, written while they are read. @throws DomainError leading.region_outside, input.invalid */
  @Get('leading-bodies.csv')
  @Requires('leading.read')
  @ApiExcludeEndpoint()
  @Produces(CSV, 'text/html')
  async csv(@TheCaller() caller: Caller, @Query() query: LeadingForm, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { language } = requestView(req, res);
    const words: BodyWords = { variant: language, t: (key, params = {}) => say(leadingPageTexts, language, key, params) };
    const asked = await this.forms.read(BodiesQueryDto, { region: placeCodeTyped(query.region, this.policy.regions), year: codeTyped(query.year), verdict: query.verdict === '' ? undefined : query.verdict });
    const pieces = this.leading.all(caller, questionOf(asked), asked.verdict ?? null);
    // The first piece is read before anything is said, so that a refusal is an answer and not half a file.
    const first = await pieces.next();
    res.type(`${CSV}; charset=utf-8`).setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Disposition', `attachment; filename="leading-${asked.region}-${asked.year}.csv"`);
    async function* written(): AsyncGenerator<string> {
      yield CSV_MARK + csvLines([headOf(words)]);
      if (first.done !== true) yield csvLines(first.value.map((body) => cellsOf(words, body)));
      for await (const bodies of pieces) yield csvLines(bodies.map((body) => cellsOf(words, body)));
    }
    await pipeline(Readable.from(written()), res).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  }

  /** @throws DomainError leading.body.not_found, input.invalid */
  @Get('leading/bodies/:employerId')
  @Requires('leading.read')
  @Within(BodyReach)
  @Page()
  async body(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('employerId') employerId: string, @Query() query: LeadingForm): Promise<PageAnswer> {
    const { year } = await this.forms.read(BodyQueryDto, { year: codeTyped(query.year) });
    return this.one(context, caller, employerId, Number(year), {}, [], query.done === 'yes');
  }

  @Post('leading/bodies/:employerId')
  @Requires('leading.keep')
  @Within(BodyReach)
  @Page()
  async plan(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('employerId') employerId: string, @Body() form: LeadingForm): Promise<PageAnswer> {
    const { year } = await this.forms.read(BodyQueryDto, { year: codeTyped(form.year) });
    return this.forms.attempt(context, planWords(this.kit(context)), async () => {
      const read = await this.forms.read(PlanDto, { baseYear: Number(year), persons: wholeTyped(form.persons), dueOn: dayTyped(form, 'dueOn'), version: wholeTyped(form.version) });
      await this.keeping.plan(caller, employerId, { baseYear: read.baseYear, persons: read.persons, dueOn: dayOf('dueOn', read.dueOn), seen: read.version ?? null });
      return { redirectTo: `/leading/bodies/${employerId}?year=${year}&done=yes` };
    }, (faults) => this.one(context, caller, employerId, Number(year), form, faults, false));
  }

  private async one(context: PageContext, caller: Caller, employerId: string, year: number, typed: LeadingForm, faults: readonly FormFault[], done: boolean): Promise<PageAnswer> {
    const body = await this.leading.body(caller, employerId, year);
    return bodyPage(this.kit(context), body, year, { typed, faults, done, mayKeep: caller.permissions.has('leading.keep') });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
