import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Audit, type AuditedCaller, type SystemActor } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { Messages } from '../../platform/messages/index.js';
import { normalisePassword, passwordFault, SHORTEST, LONGEST } from '../domain/password-rule.js';
import { commonPasswords } from '../infra/common-passwords.js';
import { CredentialStore } from '../infra/credential-store.js';
import { PasswordHasher } from '../infra/password-hasher.js';
import { SessionStore } from '../infra/session-store.js';
import { PASSWORD_CHANGED } from './messages.js';

export type NewPassword = { readonly accountId: string; readonly hash: string };

/** Passwords of accounts: judged and hashed first, stored in the caller's transaction. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly credentials: CredentialStore,
    private readonly sessions: SessionStore,
    private readonly audit: Audit,
    private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Hashes a password that the rule takes. Outside any transaction: it takes a while.
   * @param own what others know of the person: contacts, name
   * @throws DomainError input.invalid with the fault at `/password`
   */
  async prepare(password: string, own: readonly string[]): Promise<string> {
    const code = passwordFault(normalisePassword(password), commonPasswords(), own);
    if (code !== null) throw new DomainError('input.invalid', {}, [{ pointer: '/password', code, params: { min: SHORTEST, max: LONGEST } }]);
    return this.hasher.hash(password);
  }

  /** Stores a hash of `prepare`, ends every session but the one that asked, and tells the person; of the first password there is nothing to tell. */
  async store(tx: Tx, { accountId, hash }: NewPassword, keptSession: string | null, by: AuditedCaller | SystemActor): Promise<void> {
    const now = this.clock.now();
    const hadOne = (await this.credentials.hashOf(tx, accountId)) !== null;
    await this.credentials.put(tx, accountId, hash, now);
    const ended = await this.sessions.revokeOthers(tx, accountId, keptSession, now);
    await this.audit.act(tx, by, { act: 'sign-in.password.set', object: { kind: 'account', id: accountId }, detail: { sessionsEnded: ended } });
    if (hadOne) await this.messages.enqueue(tx, { to: { accountId }, template: PASSWORD_CHANGED, params: {} });
  }
}
