import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { STRANGER } from '../../platform/audit/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { People } from '../infra/people.js';
import { SecretStore } from '../infra/secret-store.js';
import { linkDigest } from '../infra/token.js';
import { SEND_LINK } from './link-job.js';
import { SetPassword } from './set-password.js';
import { Times } from './times.js';

/** A new password for somebody who has forgotten theirs. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly secrets: SecretStore,
    private readonly outbox: Outbox,
    private readonly passwords: SetPassword,
    private readonly times: Times,
  ) {}

  /** Does the same, and takes the same time, whether there is such an account or not. */
  async askFor(contact: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const account = await this.people.byContact(tx, contact);
      const id = await this.secrets.put(tx, { purpose: 'password_reset', accountId: account?.isActive ? account.id : null, digest: null, issuedBy: null, expiresAt: this.times.linkEnd() });
      await this.outbox.enqueue(tx, SEND_LINK, { secretId: id, kind: 'password_reset' });
    });
  }

  /** Whether a link still holds, without using it: a mail program may look at it before the person does. */
  async holds(token: string | undefined): Promise<boolean> {
    const digest = linkDigest(token);
    return digest !== null && (await this.unitOfWork.run((tx) => this.secrets.find(tx, 'password_reset', [digest], this.times.now()))) !== null;
  }

  /** Sets the password and ends every session; the second factor stays as it is. @throws DomainError sign_in.link_expired, input.invalid */
  async set(token: string | undefined, password: string): Promise<void> {
    const digest = linkDigest(token);
    if (digest === null) throw new DomainError('sign_in.link_expired');
    const known = await this.unitOfWork.run(async (tx) => {
      const found = await this.secrets.find(tx, 'password_reset', [digest], this.times.now());
      return found && { own: await this.people.knownWordsOf(tx, found.accountId) };
    });
    if (known === null) throw new DomainError('sign_in.link_expired');
    const hash = await this.passwords.prepare(password, known.own);
    await this.unitOfWork.run(async (tx) => {
      const taken = await this.secrets.take(tx, 'password_reset', [digest], this.times.now());
      if (typeof taken === 'string') throw new DomainError('sign_in.link_expired');
      await this.passwords.store(tx, { accountId: taken.accountId, hash }, null, { ...STRANGER, accountId: taken.accountId });
    });
  }
}
