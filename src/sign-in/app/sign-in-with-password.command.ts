import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { CredentialStore } from '../infra/credential-store.js';
import { PasswordHasher } from '../infra/password-hasher.js';
import { People } from '../infra/people.js';
import { BackOff } from './back-off.js';
import { FirstProof } from './first-proof.js';
import type { Entered, Origin } from './origin.js';

export type PasswordProof = { readonly contact: string; readonly password: string };

/**
 * Unknown account, account without a password and wrong password are one refusal that takes one time. No connection of the
 * database is held while the password is hashed.
 */
@Injectable()
export class SignInWithPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly credentials: CredentialStore,
    private readonly hasher: PasswordHasher,
    private readonly backOff: BackOff,
    private readonly firstProof: FirstProof,
  ) {}

  /** @throws DomainError sign_in.wrong, sign_in.wait, sign_in.busy, sign_in.account_closed */
  async run({ contact, password }: PasswordProof, origin: Origin): Promise<Entered> {
    const { account, hash, attempt } = await this.unitOfWork.run(async (tx) => {
      const found = await this.people.byContact(tx, contact);
      return {
        account: found,
        hash: found && (await this.credentials.hashOf(tx, found.id)),
        attempt: await this.backOff.admit(tx, found ? { kind: 'password', accountId: found.id } : { kind: 'password', accountId: null, contact }, origin),
      };
    });
    return this.backOff.judge(attempt, async () => {
      const right = await this.hasher.verify(hash, password);
      if (!right || account === null || hash === null) throw new DomainError('sign_in.wrong');
      const renewed = this.hasher.isOutdated(hash) ? await this.hasher.hash(password) : null;
      return this.unitOfWork.run(async (tx) => {
        await this.backOff.succeeded(tx, attempt);
        if (renewed !== null) await this.credentials.replaceHash(tx, account.id, hash, renewed);
        return this.firstProof.passed(tx, account.id, 'password', origin);
      });
    });
  }
}
