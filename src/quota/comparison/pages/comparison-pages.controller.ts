import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { DeclarationReach } from '../../filing/index.js';
import { ConflictsQueryDto, LinesQueryDto, SettlementDto } from '../api/comparison.dto.js';
import { ReadComparison } from '../app/read-comparison.query.js';
import { ConflictReach, ReadConflicts } from '../app/read-conflicts.query.js';
import { SettleConflict } from '../app/settle-conflict.command.js';
import { DoneQuery, SettleForm } from './forms.js';
import { awardsTyped } from './read-forms.js';
import { conflictPage } from './views/conflict-page.js';
import { conflictsPage } from './views/conflicts-page.js';
import { kitOf, settleWords } from './views/kit.js';
import { resultsPage } from './views/results-page.js';

/** What was found about the lines of a filing, and the conflicts between filings. */
@Controller()
export class ComparisonPagesController {
  constructor(
    private readonly comparisons: ReadComparison,
    private readonly conflicts: ReadConflicts,
    private readonly settling: SettleConflict,
    private readonly forms: FormFaults,
  ) {}

  /** @throws DomainError filing.declaration.not_found */
  @Get('filings/:id/results')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  async results(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() query: LinesQueryDto): Promise<PageAnswer> {
    const filing = await this.comparisons.filing(caller, id);
    const choice = query.choice ?? (caller.scope.kind === 'employer' ? 'paper' : 'doubtful');
    return resultsPage(kitOf(context), { filing, page: await this.comparisons.page(caller, filing, choice, query), choice, scope: caller.scope });
  }

  @Get('conflicts')
  @Requires('conflicts.read')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: ConflictsQueryDto): Promise<PageAnswer> {
    const [state, filing] = [query.state ?? 'open', query.filing ?? null];
    return conflictsPage(kitOf(context), await this.conflicts.list(caller, state, filing, query), state, filing);
  }

  /** @throws DomainError comparison.conflict.not_found */
  @Get('conflicts/:id')
  @Requires('conflicts.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { done }: DoneQuery): Promise<PageAnswer> {
    return this.one(context, caller, id, { done: done === 'yes', typed: {}, faults: [] });
  }

  @Post('conflicts/:id')
  @Requires('conflicts.settle')
  @Within(ConflictReach)
  @Page()
  settle(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: SettleForm): Promise<PageAnswer> {
    return this.forms.attempt(context, settleWords(kitOf(context)), async () => {
      const awards = awardsTyped(form, await this.conflicts.find(caller, id));
      const { version, reason, words } = await this.forms.read(SettlementDto, { version: Number(form.version), reason: form.reason, words: form.words === '' ? undefined : form.words });
      await this.settling.run(caller, id, { version, awards, reason, words: words ?? null });
      return { redirectTo: `/conflicts/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, { done: false, typed: form, faults }));
  }

  private async one(context: PageContext, caller: Caller, id: string, state: { readonly done: boolean; readonly typed: SettleForm; readonly faults: readonly FormFault[] }): Promise<PageAnswer> {
    return conflictPage(kitOf(context), await this.conflicts.open(caller, id), { ...state, maySettle: caller.permissions.has('conflicts.settle') });
  }
}
