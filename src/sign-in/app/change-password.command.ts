import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller } from '../../platform/access/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { CredentialStore } from '../infra/credential-store.js';
import { PasswordHasher } from '../infra/password-hasher.js';
import { People } from '../infra/people.js';
import { BackOff } from './back-off.js';
import type { Origin } from './origin.js';
import { accountOf } from './own-sessions.js';
import { SetPassword } from './set-password.js';

/** A signed-in person's new password, against the present one; an account without a password sets its first. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly credentials: CredentialStore,
    private readonly hasher: PasswordHasher,
    private readonly backOff: BackOff,
    private readonly passwords: SetPassword,
  ) {}

  /** @throws DomainError sign_in.current_password_wrong, sign_in.wait, input.invalid */
  async run(caller: Caller, { current, password }: { readonly current: string; readonly password: string }, origin: Origin): Promise<void> {
    const accountId = accountOf(caller);
    const { known, own, attempt } = await this.unitOfWork.run(async (tx) => ({
      known: await this.credentials.hashOf(tx, accountId),
      own: await this.people.knownWordsOf(tx, accountId),
      attempt: await this.backOff.admit(tx, { kind: 'password', accountId }, origin),
    }));
    await this.backOff.judge(attempt, async () => {
      if (known !== null && !(await this.hasher.verify(known, current))) throw wrongCurrent();
      const hash = await this.passwords.prepare(password, own);
      await this.unitOfWork.run(async (tx) => {
        await this.backOff.succeeded(tx, attempt);
        await this.passwords.store(tx, { accountId, hash }, caller.sessionId, caller);
      });
    });
  }
}

export const wrongCurrent = (): DomainError => new DomainError('input.invalid', {}, [{ pointer: '/current', code: 'sign_in.current_password_wrong' }]);
