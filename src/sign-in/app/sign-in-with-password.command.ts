import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { CredentialStore } from '../infra/credential-store.js';
import { PasswordHasher } from '../infra/password-hasher.js';
import { People } from '../infra/people.js';
import { BackOff } from './back-off.js';
import { FirstProof } from './first-proof.js';
import type { Entered, Origin } from './origin.js';

type Known = { readonly accountId: string; readonly hash: string | null };

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
    const { known, attempt } = await this.unitOfWork.run(async (tx) => {
      const claimants = await this.people.claimantsOf(tx, contact);
      const accountId = claimants.length === 1 ? (claimants[0] ?? null) : null;
      return {
        known: await this.hashesOf(tx, claimants),
        attempt: await this.backOff.admit(tx, accountId === null ? { kind: 'password', accountId, contact } : { kind: 'password', accountId }, origin),
      };
    });
    return this.backOff.judge(attempt, async () => {
      const { accountId, hash } = await this.whose(known, password);
      const renewed = this.hasher.isOutdated(hash) ? await this.hasher.hash(password) : null;
      return this.unitOfWork.run(async (tx) => {
        await this.backOff.succeeded(tx, attempt);
        if (renewed !== null) await this.credentials.replaceHash(tx, accountId, hash, renewed);
        return this.firstProof.passed(tx, accountId, 'password', origin);
      });
    });
  }

  private async hashesOf(tx: Tx, accountIds: readonly string[]): Promise<readonly Known[]> {
    const known: Known[] = [];
    for (const accountId of accountIds) known.push({ accountId, hash: await this.credentials.hashOf(tx, accountId) });
    return known;
  }

  /** Of several accounts that claim one contact, the one whose password it is. @throws DomainError sign_in.wrong */
  private async whose(known: readonly Known[], password: string): Promise<{ readonly accountId: string; readonly hash: string }> {
    if (known.length === 0) await this.hasher.verify(null, password);
    for (const { accountId, hash } of known) {
      if ((await this.hasher.verify(hash, password)) && hash !== null) return { accountId, hash };
    }
    throw new DomainError('sign_in.wrong');
  }
}
