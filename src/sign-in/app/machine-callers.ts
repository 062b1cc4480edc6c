import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { PermissionBook, type Caller } from '../../platform/access/index.js';
import { isNotedAgain } from '../domain/session-limits.js';
import { MachineStore } from '../infra/machine-store.js';
import type { Token } from '../infra/token.js';
import { Times } from './times.js';

/** Programs by their keys. */
@Injectable()
export class MachineCallers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly machines: MachineStore,
    private readonly book: PermissionBook,
    private readonly times: Times,
  ) {}

  /** @throws DomainError access.credentials_unknown, access.key_expired */
  async callerOf({ digest }: Token): Promise<Caller> {
    const tx = this.dataSource.manager;
    const known = await this.machines.byKey(tx, digest);
    if (!known || known.revoked) throw new DomainError('access.credentials_unknown');
    const now = this.times.now();
    if (known.expiresAt <= now) throw new DomainError('access.key_expired');
    const { client, keyId } = known;
    if (known.usedAt === null || isNotedAgain(known.usedAt, now)) await this.machines.noteUse(tx, keyId, now);
    return {
      accountId: null, machineKeyId: keyId, client: { id: client.id, callsPerMinute: client.callsPerMinute }, sessionId: null, membershipId: null, role: client.role, organisationId: client.organisationId,
      scope: client.regionPrefix === null ? { kind: 'none' } : { kind: 'region', prefix: client.regionPrefix },
      // What the role has lost since, the client has lost too.
      permissions: this.book.machinesMay(client.role, client.permissions), via: 'machine',
    };
  }
}
