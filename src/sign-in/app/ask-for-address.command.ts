import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { CredentialStore } from '../infra/credential-store.js';
import { PasswordHasher } from '../infra/password-hasher.js';
import { AddressLinks } from './address-links.js';
import { BackOff } from './back-off.js';
import { wrongCurrent } from './change-password.command.js';
import type { Origin } from './origin.js';
import { accountOf } from './own-sessions.js';

/**
 * A signed-in person wants to be reached, and to sign in, by another number or address. The present password is asked for:
 * whoever finds an open browser could else have the link to a new password sent to themselves.
 */
@Injectable()
export class AskForAddress {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialStore,
    private readonly hasher: PasswordHasher,
    private readonly backOff: BackOff,
    private readonly links: AddressLinks,
    private readonly audit: Audit,
  ) {}

  /** Answers the same whether the address is another account's or not. @throws DomainError sign_in.current_password_wrong, sign_in.wait, input.invalid */
  async run(caller: Caller, { contact, current }: { readonly contact: string; readonly current: string }, origin: Origin): Promise<void> {
    const accountId = accountOf(caller);
    const { known, attempt } = await this.unitOfWork.run(async (tx) => ({
      known: await this.credentials.hashOf(tx, accountId),
      attempt: await this.backOff.admit(tx, { kind: 'password', accountId }, origin),
    }));
    await this.backOff.judge(attempt, async () => {
      if (known !== null && !(await this.hasher.verify(known, current))) throw wrongCurrent();
      await this.unitOfWork.run(async (tx) => {
        await this.backOff.succeeded(tx, attempt);
        await this.links.send(tx, { accountId, address: contact });
        await this.audit.act(tx, caller, { act: 'sign-in.address.ask', object: { kind: 'account', id: accountId } });
      });
    });
  }
}
