import { Controller, Get, Param, Query } from '@nestjs/common';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { accountOf } from '../api/inbox.controller.js';
import { Inbox } from '../app/inbox.js';
import { inboxPage, messagePage } from './views/inbox-page.js';

/** The reader's own messages. */
@Controller('inbox')
export class InboxPagesController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @Requires('inbox.read')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('after') after: unknown): Promise<PageAnswer> {
    const from = typeof after === 'string' ? after : null;
    return inboxPage(context, await this.inbox.list(accountOf(caller), context.variant, from), from === null);
  }

  /** Shown is read. @throws DomainError messages.not_found, also for a message of somebody else */
  @Get(':messageId')
  @Requires('inbox.read')
  @Page()
  async open(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('messageId') id: string): Promise<PageAnswer> {
    return messagePage(context, await this.inbox.open(accountOf(caller), context.variant, id));
  }
}
