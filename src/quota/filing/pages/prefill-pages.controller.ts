import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { Doubts } from '../app/doubts.js';
import { Prefill } from '../app/prefill.command.js';
import { DeclarationReach, ReadFiling } from '../app/read-filing.query.js';
import { isOpenForEmployer } from '../domain/declaration-states.js';
import { DoubtsQuery, SeenForm } from './forms.js';
import { doubtsPage, prefillPage } from './views/doubts-page.js';
import { kitOf } from './views/kit.js';

/** What is known already, and what the clerk should look at. */
@Controller('filings/:id')
export class PrefillPagesController {
  constructor(
    private readonly filings: ReadFiling,
    private readonly prefill: Prefill,
    private readonly doubts: Doubts,
  ) {}

  @Get('prefill')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const head = await this.filings.head(caller, id);
    return prefillPage(kitOf(context), head, isOpenForEmployer(head.state));
  }

  /** @throws DomainError filing.declaration.* */
  @Post('prefill')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async run(@TheCaller() caller: Caller, @Param('id') id: string, @Body() form: SeenForm): Promise<PageAnswer> {
    const { taken, left, staff } = await this.prefill.run(caller, id, Number(form.version));
    return { redirectTo: `/filings/${id}/doubts?${new URLSearchParams({ taken: String(taken), left: String(left), ...(staff ? { staff: 'yes' } : {}) }).toString()}` };
  }

  @Get('doubts')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { taken, left, staff, ...query }: DoubtsQuery): Promise<PageAnswer> {
    const head = await this.filings.head(caller, id);
    return doubtsPage(kitOf(context), {
      head, page: await this.doubts.page(caller, id, query), scope: caller.scope, mayWrite: caller.permissions.has('filings.write') && isOpenForEmployer(head.state),
      done: taken === undefined ? null : { taken: Number(taken), left: Number(left ?? 0), staff: staff === 'yes' },
    });
  }

  /** @throws DomainError filing.declaration.*, filing.doubt.not_found */
  @Post('doubts/:doubtId/settle')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async settle(@TheCaller() caller: Caller, @Param('id') id: string, @Param('doubtId') doubtId: string): Promise<PageAnswer> {
    await this.doubts.settle(caller, id, doubtId);
    return { redirectTo: `/filings/${id}/doubts` };
  }
}
