import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { DeviceStore } from '../infra/device-store.js';
import { People, type Membership } from '../infra/people.js';
import { SessionStore, type SignInMethod } from '../infra/session-store.js';
import { newToken, readToken } from '../infra/token.js';
import type { Entered, Origin } from './origin.js';

/** Opens a session for somebody who has proved everything that is asked of them. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly people: People,
    private readonly sessions: SessionStore,
    private readonly devices: DeviceStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param known the person's memberships where the caller has just read them */
  async run(tx: Tx, accountId: string, method: SignInMethod, origin: Origin, known?: readonly Membership[]): Promise<Extract<Entered, { kind: 'session' }>> {
    const now = this.clock.now();
    const memberships = known ?? (await this.people.membershipsOf(tx, accountId));
    const only = memberships.length === 1 ? (memberships[0]?.id ?? null) : null;
    const opened = await this.sessions.open(tx, { accountId, membershipId: only, kind: origin.kind, method, device: origin.deviceName }, now);
    const device = origin.kind === 'cookie' ? (readToken('zjd', origin.deviceToken ?? undefined) ?? newToken('zjd')) : null;
    if (device) await this.devices.remember(tx, accountId, device.digest, now);
    await this.audit.act(tx, { accountId, machineKeyId: null, membershipId: only, role: null, via: origin.kind }, {
      act: 'sign-in.session.open', object: { kind: 'session', id: opened.id }, detail: { method },
    });
    return { kind: 'session', accountId, sessionId: opened.id, token: opened.token, deviceToken: device?.clear ?? null, mustChoose: memberships.length > 1, method };
  }
}
