import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto } from '../../../platform/http/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { NewFilingDto } from '../api/filings.dto.js';
import { Doubts } from '../app/doubts.js';
import { FilingLaw } from '../app/filing-law.js';
import { DeclarationReach, ReadFiling } from '../app/read-filing.query.js';
import { ShowFiling } from '../app/show-filing.query.js';
import { StartFiling } from '../app/start-filing.command.js';
import { claimsPeople } from '../domain/declaration-states.js';
import { OpenForm } from './forms.js';
import { filingsPage } from './views/filings-page.js';
import { historyPage } from './views/history-page.js';
import { kitOf, wordsOf } from './views/kit.js';
import { taskPage } from './views/task-page.js';
import { trialPage } from './views/trial-page.js';

/** Of an employer that was merged with the clerk's own. */
const isOthers = ({ scope }: Caller, employerId: string): boolean => scope.kind === 'employer' && scope.employerId !== employerId;

/** Base years offered: this year's and those that may still be filed late. */
const YEARS_OFFERED = 3;

/** The filings of an employer: all of them, one, what happened with it, what it would owe. */
@Controller()
export class FilingPagesController {
  constructor(
    private readonly filings: ShowFiling,
    private readonly reading: ReadFiling,
    private readonly opening: StartFiling,
    private readonly law: FilingLaw,
    private readonly doubts: Doubts,
    private readonly forms: FormFaults,
  ) {}

  @Get('filings')
  @Requires('filings.read')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return this.listed(context, caller, query, '', []);
  }

  @Post('filings')
  @Requires('filings.write')
  @Page()
  open(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: OpenForm): Promise<PageAnswer> {
    return this.forms.attempt(context, wordsOf(kitOf(context), 'baseYear'), async () => {
      const { baseYear } = await this.forms.read(NewFilingDto, { baseYear: Number(form.baseYear) });
      return { redirectTo: `/filings/${await this.opening.run(caller, baseYear)}` };
    }, (faults) => this.listed(context, caller, {}, form.baseYear ?? '', faults));
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get('filings/:id')
  @Requires('filings.read')
  @Page()
  async tasks(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const filing = await this.filings.one(caller, id);
    return taskPage(kitOf(context), { filing, doubts: await this.doubts.count(caller, id), late: this.law.late(filing.head.regionCode)?.value ?? null, mayWrite: caller.permissions.has('filings.write') });
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get('filings/:id/trial')
  @Requires('filings.read')
  @Page()
  async trial(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const filing = await this.filings.one(caller, id);
    return trialPage(kitOf(context), filing, this.law.regions.fullName(regionCode(filing.head.regionCode)));
  }

  @Get('filings/:id/history')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  async history(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return historyPage(kitOf(context), await this.reading.head(caller, id), await this.reading.steps(caller, id, query));
  }

  private async listed(context: PageContext, caller: Caller, query: PageQueryDto, typedYear: string, faults: readonly FormFault[]): Promise<PageAnswer> {
    const page = await this.filings.list(caller, query);
    const last = this.law.currentYear() - 1;
    const years = caller.permissions.has('filings.write') ? Array.from({ length: YEARS_OFFERED }, (_, back) => last - back).filter((year) => !page.items.some(({ baseYear, employerId, state }) => baseYear === year && (!isOthers(caller, employerId) || claimsPeople(state)))) : [];
    // Whoever is not verified yet is told so before choosing a year; whoever has filed before was verified.
    const registration = years.length === 0 || page.items.length > 0 ? null : await this.opening.registration(caller);
    return filingsPage(kitOf(context), { page, registration, years, due: last, typedYear, faults, isOthers: (employerId) => isOthers(caller, employerId) });
  }
}
