import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Messages, type OutgoingMessage } from '../../platform/messages/index.js';
import { MessageStore } from '../infra/message-store.js';
import { DELIVER } from './deliver.job.js';

/** Keeps a message and starts the job that sends it, both with the caller's transaction. */
@Injectable()
export class StoredMessages extends Messages {
  constructor(
    private readonly store: MessageStore,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async enqueue(tx: Tx, { to, template, params }: OutgoingMessage): Promise<string> {
    const id = randomUUID();
    const inInbox = template.inInbox && 'accountId' in to;
    await this.store.add(tx, { id, to, template: template.name, params, inInbox, state: template.goesOut ? 'waiting' : 'kept', createdAt: this.clock.now() });
    if (template.goesOut) await this.outbox.enqueue(tx, DELIVER, { messageId: id });
    return id;
  }
}
