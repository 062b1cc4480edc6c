import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { People, type Membership } from '../infra/people.js';
import { SessionStore, type SessionKind, type SignInMethod } from '../infra/session-store.js';
import { Times } from './times.js';

export type OwnSession = {
  readonly id: string;
  readonly isThis: boolean;
  readonly kind: SessionKind;
  readonly method: SignInMethod;
  readonly device: string;
  readonly openedAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
};

/** A signed-in person's sessions: which there are, ending them, and the membership that this one acts in. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly sessions: SessionStore,
    private readonly audit: Audit,
    private readonly times: Times,
  ) {}

  /** Those that are still good, the last used first. */
  async list(caller: Caller): Promise<readonly OwnSession[]> {
    const accountId = accountOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const memberships = await this.people.membershipsOf(tx, accountId);
      const all = await this.sessions.ofAccount(tx, accountId);
      return all.map((session) => ({
        id: session.id, isThis: session.id === caller.sessionId, kind: session.kind, method: session.method, device: session.device, openedAt: session.openedAt, seenAt: session.seenAt,
        endsAt: this.times.sessionEnd(session, this.people.actsAsStaff(memberships, session.membershipId)).at,
      })).filter(({ endsAt }) => endsAt > this.times.now());
    });
  }

  /** Ends one of the caller's own sessions, this one too. @throws DomainError sign_in.session_not_found */
  async revoke(caller: Caller, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.sessions.revoke(tx, accountOf(caller), id, this.times.now()))) throw new DomainError('sign_in.session_not_found');
      await this.audit.act(tx, caller, { act: 'sign-in.session.revoke', object: { kind: 'session', id } });
    });
  }

  /** Ends every other session. @returns how many */
  revokeOthers(caller: Caller): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const count = await this.sessions.revokeOthers(tx, accountOf(caller), caller.sessionId, this.times.now());
      await this.audit.act(tx, caller, { act: 'sign-in.session.revoke-others', object: { kind: 'account', id: accountOf(caller) }, detail: { count } });
      return count;
    });
  }

  memberships(caller: Caller): Promise<readonly Membership[]> {
    return this.unitOfWork.run((tx) => this.people.membershipsOf(tx, accountOf(caller)));
  }

  /** From now on this session acts in that membership. @throws DomainError sign_in.membership_not_found */
  async actIn(caller: Caller, membershipId: string): Promise<void> {
    const { sessionId } = caller;
    if (sessionId === null) throw new DomainError('sign_in.session_not_found');
    await this.unitOfWork.run(async (tx) => {
      await this.demandOwn(tx, accountOf(caller), membershipId);
      await this.sessions.actIn(tx, sessionId, membershipId);
      await this.audit.act(tx, caller, { act: 'sign-in.membership.choose', object: { kind: 'membership', id: membershipId } });
    });
  }

  private async demandOwn(tx: Tx, accountId: string, membershipId: string): Promise<void> {
    const memberships = await this.people.membershipsOf(tx, accountId);
    if (!memberships.some(({ id }) => id === membershipId)) throw new DomainError('sign_in.membership_not_found');
  }
}

/** @throws DomainError access.forbidden for a machine, which has no account */
export function accountOf({ accountId }: Caller): string {
  if (accountId === null) throw new DomainError('access.forbidden');
  return accountId;
}
