import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { CallerSource, PermissionBook, type Caller } from '../../platform/access/index.js';
import { isNotedAgain, type SessionEnd } from '../domain/session-limits.js';
import { sessionCookieOf } from '../infra/cookies.js';
import { People } from '../infra/people.js';
import { SessionStore } from '../infra/session-store.js';
import { readToken } from '../infra/token.js';
import { MachineCallers } from './machine-callers.js';
import { Times } from './times.js';

const ends = new WeakMap<Request, SessionEnd>();

/** When the session of this request ends; undefined for strangers and machines. */
export const sessionEndOf = (request: Request): SessionEnd | undefined => ends.get(request);

const displays = new WeakMap<Request, string>();

/** Words of the display settings in the profile of whoever calls; empty where there are none. */
export const profileDisplayOf = (request: Request): string => displays.get(request) ?? '';

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/**
 * Who calls, by the header or else by the cookie. A header decides alone: what is wrong with it is never made good by a
 * cookie that the browser happened to send along. Everything is read anew for each request: a session that was ended, an
 * account that was closed and a role that was taken away end with the next call.
 */
@Injectable()
export class SessionCallers extends CallerSource {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly people: People,
    private readonly book: PermissionBook,
    private readonly machines: MachineCallers,
    private readonly times: Times,
  ) {
    super();
  }

  /** @throws DomainError access.credentials_unknown, access.session_expired, access.session_ended, access.account_closed, access.key_expired */
  async callerOf(request: Request): Promise<Caller | null> {
    const header = request.headers.authorization;
    if (header !== undefined) return this.ofHeader(request, header);
    const cookie = sessionCookieOf(request);
    return cookie === undefined ? null : this.ofSession(request, cookie, 'cookie');
  }

  private ofHeader(request: Request, header: string): Promise<Caller> {
    const sent = BEARER.exec(header)?.[1];
    const key = readToken('zjk', sent);
    return key ? this.machines.callerOf(key) : this.ofSession(request, sent, 'bearer');
  }

  private async ofSession(request: Request, sent: string | undefined, via: 'cookie' | 'bearer'): Promise<Caller> {
    const token = readToken('zjs', sent);
    const tx = this.dataSource.manager;
    const session = token && (await this.sessions.byToken(tx, token.digest));
    // A cookie's token is no header's: a page that could read one cannot use it for the other.
    if (!session || session.kind !== via) throw new DomainError('access.credentials_unknown');
    if (session.revokedAt !== null) throw new DomainError('access.session_ended');
    const standing = await this.people.standingOf(tx, session.accountId);
    if (!standing) throw new DomainError('access.account_closed');
    const { person, memberships } = standing;
    const membership = memberships.find(({ id }) => id === session.membershipId) ?? null;
    const staff = membership !== null && this.book.rulesOf(membership.role).staff;
    const now = this.times.now();
    const end = this.times.sessionEnd(session, staff);
    if (end.at <= now) throw new DomainError('access.session_expired');
    if (isNotedAgain(session.seenAt, now)) await this.sessions.note(tx, session.id, session.seenAt, now);
    displays.set(request, person.display);
    ends.set(request, this.times.sessionEnd({ ...session, seenAt: now }, staff));
    return {
      accountId: session.accountId, machineKeyId: null, client: null, sessionId: session.id, membershipId: membership?.id ?? null, role: membership?.role ?? null,
      organisationId: membership?.organisationId ?? null, scope: membership?.scope ?? { kind: 'none' }, permissions: this.book.permissionsOf(membership?.role ?? null), via,
    };
  }
}
