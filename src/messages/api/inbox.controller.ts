import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { requestView } from '../../platform/http/index.js';
import { Inbox, type InboxMessage } from '../app/inbox.js';
import { InboxQueryDto } from './inbox.dto.js';
import { inboxSchema, messageSchema } from './inbox.schema.js';

type Answer = { readonly items: readonly InboxMessage[]; readonly unread: number; readonly next: string | null };

/** The caller's own messages; whose they are is never taken from the request. */
@ApiTags('inbox')
@Controller('api/v1/inbox')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @Requires('inbox.read')
  @ApiOperation({ operationId: 'listInbox', summary: 'Your messages, newest first, and how many are unread' })
  @ApiOkResponse({ description: 'A page of messages in the language of the call.', schema: inboxSchema })
  async list(@TheCaller() caller: Caller, @Query() { after }: InboxQueryDto, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Answer> {
    const { messages, unread, next } = await this.inbox.list(accountOf(caller), languageOf(req, res), after ?? null);
    return { items: messages, unread, next };
  }

  /** @throws DomainError messages.not_found, also for a message of somebody else */
  @Post(':messageId/read')
  @HttpCode(200)
  @Requires('inbox.read')
  @ApiOperation({ operationId: 'readMessage', summary: 'Open a message, which is read from now on' })
  @ApiOkResponse({ description: 'The message.', schema: messageSchema })
  open(@TheCaller() caller: Caller, @Param('messageId') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<InboxMessage> {
    return this.inbox.open(accountOf(caller), languageOf(req, res), id);
  }
}

const languageOf = (req: Request, res: Response): Language => requestView(req, res).language;

/** @throws DomainError messages.not_found for a machine, which has no inbox */
export function accountOf({ accountId }: Caller): string {
  if (accountId === null) throw new DomainError('messages.not_found');
  return accountId;
}
