import { Inject } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { fill } from '../../kernel/texts.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { JobHandler, jobName, type Handles } from '../../platform/jobs/index.js';
import { templateNamed } from '../../platform/messages/index.js';
import { Mailer, MailRefused } from '../infra/mailer.js';
import { MessageStore, type StoredMessage } from '../infra/message-store.js';
import { SmsOutbox } from '../infra/sms-outbox.js';
import { Reachable, type Way } from './reachable.js';

export const DELIVER = jobName<{ readonly messageId: string }>('messages.deliver');

/**
 * Sends one message. Mail goes out before the row says so: a crash between the two sends it twice, with one Message-ID, and
 * never not at all. A server that is away means another try; in the end the job is a dead letter.
 */
@JobHandler(DELIVER)
export class DeliverJob implements Handles<{ readonly messageId: string }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: MessageStore,
    private readonly reachable: Reachable,
    private readonly mailer: Mailer,
    private readonly sms: SmsOutbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ messageId }: { readonly messageId: string }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const message = await this.store.take(tx, messageId);
      if (message?.state === 'waiting') await this.deliver(tx, message);
    });
  }

  private async deliver(tx: Tx, message: StoredMessage): Promise<void> {
    const way = await this.reachable.wayTo(tx, message.to);
    if (way === null) return this.store.settle(tx, message.id, 'unreachable', null, this.clock.now());
    const { subject, body, sms } = wordsOf(message, way);
    if (way.channel === 'sms') {
      await this.sms.put(tx, { id: message.id, phone: way.address, body: sms }, this.clock.now());
      return this.store.settle(tx, message.id, 'sent', 'sms', this.clock.now());
    }
    try {
      await this.mailer.send({ id: message.id, to: way.address, subject, text: body });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      return this.store.settle(tx, message.id, 'refused', 'email', this.clock.now());
    }
    return this.store.settle(tx, message.id, 'sent', 'email', this.clock.now());
  }
}

/** The page that the inbox opens stands below the words as an address: without it a reader of mail would have to look for it. */
function wordsOf({ template, params }: StoredMessage, { language, service }: Way): { readonly subject: string; readonly body: string; readonly sms: string } {
  const found = templateNamed(template);
  if (!found) throw new Error(`there is no message template ${template}`);
  const words = found[language];
  const below = found.page === undefined ? '' : `\n${service}${fill(found.page, params)}`;
  return { subject: fill(words.subject, params), body: `${fill(words.body, params)}${below}`, sms: `${fill(words.sms ?? words.body, params)}${below}` };
}
