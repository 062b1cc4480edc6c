import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Requires } from '../../../platform/access/index.js';
import { PageQueryDto } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { ReadBatches } from '../app/read-batches.query.js';
import { batchPage, factsPage, kitOf } from './views/fact-pages.js';

/** What registers told, for reviewers. */
@Controller()
export class FactPagesController {
  constructor(
    private readonly batches: ReadBatches,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get('facts')
  @Requires('facts.read')
  @Page()
  async list(@Context() context: PageContext, @Query() query: PageQueryDto): Promise<PageAnswer> {
    const overview = query.after === undefined ? { coverage: await this.batches.coverage(), pulls: await this.batches.lastPulls() } : null;
    return factsPage(kitOf(context, this.policy.regions), await this.batches.list(query), overview);
  }

  /** @throws DomainError facts.batch.not_found */
  @Get('facts/:id')
  @Requires('facts.read')
  @Page()
  async one(@Context() context: PageContext, @Param('id') id: string, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return batchPage(kitOf(context, this.policy.regions), await this.batches.find(id), await this.batches.faults(id, query));
  }
}
