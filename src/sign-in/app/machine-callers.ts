import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { PermissionBook, type Caller } from '../../platform/access/index.js';
import { isNotedAgain } from '../domain/session-limits.js';
import { MachineStore } from '../infra/machine-store.js';
import type { Token } from '../infra/token.js';
import { Times } from './times.js';

/** Programs by their keys, each with its own number of calls a minute, counted in this process. */
@Injectable()
export class MachineCallers {
  private readonly limiters = new Map<number, RateLimiterMemory>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly machines: MachineStore,
    private readonly book: PermissionBook,
    private readonly times: Times,
  ) {}

  /** @throws DomainError access.credentials_unknown, access.key_expired, http.rate_limited */
  async callerOf({ digest }: Token): Promise<Caller> {
    const tx = this.dataSource.manager;
    const known = await this.machines.byKey(tx, digest);
    if (!known || known.revoked) throw new DomainError('access.credentials_unknown');
    const now = this.times.now();
    if (known.expiresAt <= now) throw new DomainError('access.key_expired');
    const { client, keyId } = known;
    await this.count(client.id, client.callsPerMinute);
    if (known.usedAt === null || isNotedAgain(known.usedAt, now)) await this.machines.noteUse(tx, keyId, now);
    // What the role has lost since, the client has lost too.
    const { holds } = this.book.rulesOf(client.role);
    return {
      accountId: null, machineKeyId: keyId, sessionId: null, membershipId: null, role: client.role, organisationId: client.organisationId,
      scope: client.regionPrefix === null ? { kind: 'none' } : { kind: 'region', prefix: client.regionPrefix },
      permissions: new Set(client.permissions.filter((permission) => holds.has(permission))), via: 'machine',
    };
  }

  private async count(clientId: string, perMinute: number): Promise<void> {
    const limiter = this.limiters.get(perMinute) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
    this.limiters.set(perMinute, limiter);
    try {
      await limiter.consume(clientId);
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      throw new DomainError('http.rate_limited', { seconds: Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)) });
    }
  }
}
