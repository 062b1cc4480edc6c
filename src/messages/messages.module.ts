import { Global, Module } from '@nestjs/common';
import { Messages } from '../platform/messages/index.js';
import { DeliverJob } from './app/deliver.job.js';
import { Inbox } from './app/inbox.js';
import { Reachable } from './app/reachable.js';
import { StoredMessages } from './app/stored-messages.js';
import { Mailer } from './infra/mailer.js';
import { MessageStore } from './infra/message-store.js';
import { SmsOutbox } from './infra/sms-outbox.js';

/** `Messages` for every room: inbox, mail, text messages. */
@Global()
@Module({
  providers: [MessageStore, SmsOutbox, Mailer, Reachable, DeliverJob, Inbox, { provide: Messages, useClass: StoredMessages }],
  exports: [Messages, Inbox, SmsOutbox],
})
export class MessagesModule {}
