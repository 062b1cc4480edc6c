import { Controller, Get, Query } from '@nestjs/common';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { PageQueryDto } from '../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { ReadRights } from '../app/read-rights.query.js';
import { retentionPage } from './views/retention-page.js';

/** How long data is kept, whether anybody has confirmed it, and what was ended for it; for security officers and auditors. */
@Controller('retention')
export class RetentionPagesController {
  constructor(private readonly rights: ReadRights) {}

  @Get()
  @Requires('retention.read')
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return retentionPage(context, this.rights.retentionRules(), await this.rights.retention(caller, query));
  }
}
