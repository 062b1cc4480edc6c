import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { PageQueryDto } from '../../../platform/http/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { LineDto } from '../api/filings.dto.js';
import { lineOfInput } from '../api/inputs.js';
import { ChangeLines } from '../app/change-lines.command.js';
import { DeclarationReach } from '../app/read-filing.query.js';
import { FilingReading } from '../app/filing-reading.js';
import type { JudgedLine } from '../app/judge-lines.js';
import { ShowFiling } from '../app/show-filing.query.js';
import { LineForm, SeenForm } from './forms.js';
import { peopleView } from './people-view.js';
import { lineForm, lineInput } from './read-forms.js';
import { kitOf, wordsOf } from './views/kit.js';
import { linePage, removePage } from './views/line-page.js';

/** The people claimed: the list, and each of them by hand. */
@Controller('filings/:id')
export class PeoplePagesController {
  constructor(
    private readonly showing: ShowFiling,
    private readonly reading: FilingReading,
    private readonly lines: ChangeLines,
    private readonly forms: FormFaults,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('people')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return peopleView(this.showing, this.reading, this.settings, { context, caller, id, query, refusal: null });
  }

  @Get('add-person')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const head = await this.reading.filings.head(caller, id);
    return linePage(kitOf(context), { head, judged: null, typed: {}, faults: [], stale: false });
  }

  @Post('add-person')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  add(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: LineForm): Promise<PageAnswer> {
    return this.attempt(context, caller, id, form, null, async () => {
      const input = await this.forms.read(LineDto, lineInput(form, null));
      await this.lines.add(caller, id, input.version, lineOfInput(input));
    });
  }

  /** @throws DomainError filing.line.not_found */
  @Get('people/:lineId')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async edit(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string): Promise<PageAnswer> {
    const head = await this.reading.filings.head(caller, id);
    const judged = await this.reading.lines.find(caller, id, lineId);
    return linePage(kitOf(context), { head, judged, typed: lineForm(judged, head.version), faults: [], stale: false });
  }

  /** @throws DomainError filing.line.not_found */
  @Post('people/:lineId')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async change(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() form: LineForm): Promise<PageAnswer> {
    const judged = await this.reading.lines.find(caller, id, lineId);
    return this.attempt(context, caller, id, form, judged, async () => {
      const input = await this.forms.read(LineDto, lineInput(form, judged));
      await this.lines.change(caller, id, input.version, lineId, lineOfInput(input));
    });
  }

  /** @throws DomainError filing.line.not_found */
  @Get('people/:lineId/remove')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async askRemoval(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string): Promise<PageAnswer> {
    return removePage(kitOf(context), await this.reading.filings.head(caller, id), await this.reading.lines.find(caller, id, lineId));
  }

  /** @throws DomainError filing.line.not_found, filing.declaration.* */
  @Post('people/:lineId/remove')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async remove(@TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() form: SeenForm): Promise<PageAnswer> {
    await this.lines.remove(caller, id, Number(form.version), lineId);
    return { redirectTo: `/filings/${id}/people` };
  }

  private attempt(context: PageContext, caller: Caller, id: string, form: LineForm, judged: JudgedLine | null, work: () => Promise<void>): Promise<PageAnswer> {
    let stale = false;
    return this.forms.attempt(context, wordsOf(kitOf(context), 'citizenId'), async () => {
      await work().catch((error: unknown) => {
        stale = error instanceof DomainError && error.code === 'filing.declaration.stale';
        throw error;
      });
      return { redirectTo: `/filings/${id}/people` };
    }, async (faults) => {
      const head = await this.reading.filings.head(caller, id);
      const page = linePage(kitOf(context), { head, judged, typed: { ...form, ...(stale ? { version: String(head.version) } : {}) }, faults, stale });
      return stale ? { ...page, status: 409 } : page;
    });
  }
}
