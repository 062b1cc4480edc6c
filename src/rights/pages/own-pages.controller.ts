import { Controller, Get, Inject, Query } from '@nestjs/common';
import { regionCode } from '../../kernel/region-code.js';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { PolicyBook } from '../../policy/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { LooksQueryDto } from '../api/rights.dto.js';
import { OwnData } from '../app/own-data.query.js';
import { dataPage } from './views/data-page.js';
import { looksPage } from './views/looks-page.js';
import { withFile } from './views/parts.js';

/** 我的信息: what is kept about a person, and who looked at it. */
@Controller('my-data')
export class OwnPagesController {
  constructor(
    private readonly own: OwnData,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('rights.own')
  @Page()
  data(@Context() context: PageContext, @TheCaller() caller: Caller): Promise<PageAnswer> {
    return withFile(context, 'dataTitle', async () => {
      const copy = await this.own.copy(caller);
      return dataPage(context, copy, { region: this.policy.regions.fullName(regionCode(copy.identity.regionCode)), ofWard: caller.scope.kind === 'ward' });
    });
  }

  @Get('looks')
  @Requires('rights.own')
  @Page()
  looks(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() { before }: LooksQueryDto): Promise<PageAnswer> {
    return withFile(context, 'looksTitle', async () => looksPage(context, await this.own.looks(caller, before ?? null)));
  }
}
