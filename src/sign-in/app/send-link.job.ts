import { contactKind } from '../../members/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { JobHandler, type Handles } from '../../platform/jobs/index.js';
import { Messages, type MessageRecipient } from '../../platform/messages/index.js';
import { SecretStore, type StoredSecret } from '../infra/secret-store.js';
import { newToken } from '../infra/token.js';
import { People } from '../infra/people.js';
import { AddressLinks } from './address-links.js';
import { SEND_LINK, type LinkJob } from './link-job.js';
import { CONFIRM_ADDRESS, RESET_LINK } from './messages.js';
import { Times } from './times.js';

/**
 * Writes the message with a link. Its token is made here and not where it was asked for, so that asking costs the same for
 * an account that does not exist. A second try makes another token; the first then no longer works.
 */
@JobHandler(SEND_LINK)
export class SendLinkJob implements Handles<LinkJob> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SecretStore,
    private readonly messages: Messages,
    private readonly links: AddressLinks,
    private readonly people: People,
    private readonly times: Times,
  ) {}

  async handle({ secretId, kind }: LinkJob): Promise<void> {
    const { clear, digest } = newToken('zjr');
    await this.unitOfWork.run(async (tx) => {
      const armed = await this.secrets.arm(tx, secretId, digest.toString('base64url'), this.times.now());
      if (armed === null) return;
      const path = kind === 'password_reset' ? '/sign-in/reset' : '/account/address/confirm';
      await this.messages.enqueue(tx, {
        to: await this.recipient(tx, armed),
        template: kind === 'password_reset' ? RESET_LINK : CONFIRM_ADDRESS,
        params: { link: `${this.times.publicUrl}${path}?token=${clear}`, minutes: this.times.linkMinutes },
      });
    });
  }

  private async recipient(tx: Tx, secret: StoredSecret): Promise<MessageRecipient> {
    const { accountId } = secret;
    const value = this.links.addressOf(secret);
    if (value === null) return { accountId };
    return { address: { kind: contactKind(value) ?? 'phone', value }, language: (await this.people.byId(tx, accountId))?.language ?? 'zh' };
  }
}
