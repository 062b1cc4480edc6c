import { FieldCipher, type FieldContext } from '../../platform/crypto/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobHandler, type Handles } from '../../platform/jobs/index.js';
import { Messages, type MessageRecipient } from '../../platform/messages/index.js';
import { SecretStore, type StoredSecret } from '../infra/secret-store.js';
import { newToken } from '../infra/token.js';
import { CONFIRM_ADDRESS, RESET_LINK } from './messages.js';
import { SEND_LINK, type LinkJob } from './password-reset.js';
import { Times } from './times.js';

/** Where the new address of a change is sealed. */
export const newAddressPlace = (secretId: string): FieldContext => ({ table: 'one_time_secret', column: 'detail', rowId: secretId });

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
    private readonly cipher: FieldCipher,
    private readonly times: Times,
  ) {}

  async handle({ secretId, kind }: LinkJob): Promise<void> {
    const { clear, digest } = newToken('zjr');
    await this.unitOfWork.run(async (tx) => {
      const armed = await this.secrets.arm(tx, secretId, digest.toString('base64url'), this.times.now());
      if (armed === null) return;
      const path = kind === 'password_reset' ? '/sign-in/reset' : '/account/address/confirm';
      await this.messages.enqueue(tx, {
        to: this.recipient(armed),
        template: kind === 'password_reset' ? RESET_LINK : CONFIRM_ADDRESS,
        params: { link: `${this.times.publicUrl}${path}?token=${clear}`, minutes: this.times.linkMinutes },
      });
    });
  }

  private recipient({ id, accountId, detail }: StoredSecret): MessageRecipient {
    if (detail === null) return { accountId };
    const value = this.cipher.open(detail, newAddressPlace(id));
    return { address: { kind: value.includes('@') ? 'email' : 'phone', value }, language: 'zh' };
  }
}
