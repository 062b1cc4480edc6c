import { Controller, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { Upload } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { ReceivedPages } from './received-pages.js';
import { kitOf } from './views/kit.js';

/** Handing in a batch. */
@Controller('exchange')
export class UploadPagesController {
  constructor(
    private readonly received: ReceivedPages,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Post('tax')
  @Requires('tax.exchange')
  @Upload()
  @Page()
  tax(@Context() context: PageContext, @TheCaller() caller: Caller, @Req() req: Request): Promise<PageAnswer> {
    return this.received.take(kitOf(context, this.policy.regions), caller, 'tax', req);
  }

  @Post('finance')
  @Requires('finance.order')
  @Upload()
  @Page()
  finance(@Context() context: PageContext, @TheCaller() caller: Caller, @Req() req: Request): Promise<PageAnswer> {
    return this.received.take(kitOf(context, this.policy.regions), caller, 'finance', req);
  }
}
