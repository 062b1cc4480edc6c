import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { PermissionBook, Reach, type Caller, type RoleName } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { MachineStore, type MachineClient, type MachineKey } from '../infra/machine-store.js';
import { newToken } from '../infra/token.js';
import { accountOf } from './own-sessions.js';
import { Times } from './times.js';

export type NewMachineClient = {
  readonly name: string;
  readonly role: RoleName;
  readonly permissions: readonly string[];
  readonly regionPrefix: string | null;
  readonly callsPerMinute: number;
};

export type IssuedKey = { readonly id: string; readonly key: string; readonly expiresAt: Date };

/** While a key is changed the old one and the new one hold; a third would be one that nobody looks after. */
const MOST_LIVE_KEYS = 2;
const DAY_MS = 24 * 3_600_000;

/** Programs that call the API, and their keys. Nobody gives a program what they could not give a person. */
@Injectable()
export class MachineClients {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly book: PermissionBook,
    private readonly audit: Audit,
    private readonly times: Times,
  ) {}

  list(caller: Caller): Promise<readonly (MachineClient & { readonly keys: readonly MachineKey[] })[]> {
    return this.unitOfWork.run(async (tx) => {
      const clients = await this.machines.list(tx, prefixOf(caller));
      const keys = [];
      for (const client of clients) keys.push({ ...client, keys: await this.machines.liveKeys(tx, client.id, this.times.now()) });
      return keys;
    });
  }

  /** @throws DomainError sign_in.machine_role_not_grantable, sign_in.machine_permission_unknown, sign_in.machine_permission_personal, sign_in.machine_region_outside */
  async create(caller: Caller, client: NewMachineClient): Promise<string> {
    const prefix = prefixOf(caller);
    if (caller.role === null || !this.book.rulesOf(caller.role).grants.has(client.role) || this.book.rulesOf(client.role).duty) throw new DomainError('sign_in.machine_role_not_grantable');
    const { holds } = this.book.rulesOf(client.role);
    if (client.permissions.some((permission) => !holds.has(permission))) throw new DomainError('sign_in.machine_permission_unknown');
    if (this.book.machinesMay(client.role, client.permissions).size < new Set(client.permissions).size) throw new DomainError('sign_in.machine_permission_personal');
    if (!(client.regionPrefix ?? '').startsWith(prefix)) throw new DomainError('sign_in.machine_region_outside');
    return this.unitOfWork.run(async (tx) => {
      const id = await this.machines.add(tx, { ...client, organisationId: caller.organisationId }, accountOf(caller), this.times.now());
      await this.audit.act(tx, caller, { act: 'sign-in.machine.create', object: { kind: 'machine', id }, detail: { role: client.role, permissions: client.permissions.join(' ') } });
      return id;
    });
  }

  /** A further key, shown this once. @throws DomainError sign_in.machine_not_found, sign_in.machine_keys_too_many */
  issueKey(caller: Caller, clientId: string, days: number): Promise<IssuedKey> {
    return this.unitOfWork.run(async (tx) => {
      const client = await this.locked(tx, caller, clientId);
      const now = this.times.now();
      if ((await this.machines.liveKeys(tx, client.id, now)).length >= MOST_LIVE_KEYS) throw new DomainError('sign_in.machine_keys_too_many', { most: MOST_LIVE_KEYS });
      const { clear, digest } = newToken('zjk');
      const expiresAt = new Date(now.getTime() + days * DAY_MS);
      const id = await this.machines.addKey(tx, client.id, digest, now, expiresAt);
      await this.audit.act(tx, caller, { act: 'sign-in.machine-key.issue', object: { kind: 'machine', id: client.id }, detail: { key: id } });
      return { id, key: clear, expiresAt };
    });
  }

  /** @throws DomainError sign_in.machine_not_found, sign_in.machine_key_not_found */
  async revokeKey(caller: Caller, clientId: string, keyId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const client = await this.locked(tx, caller, clientId);
      if (!(await this.machines.revokeKey(tx, client.id, keyId, this.times.now()))) throw new DomainError('sign_in.machine_key_not_found');
      await this.audit.act(tx, caller, { act: 'sign-in.machine-key.revoke', object: { kind: 'machine', id: client.id }, detail: { key: keyId } });
    });
  }

  /** Ends a program and all its keys. @throws DomainError sign_in.machine_not_found */
  async remove(caller: Caller, clientId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const client = await this.locked(tx, caller, clientId);
      await this.machines.revoke(tx, client.id, this.times.now());
      await this.audit.act(tx, caller, { act: 'sign-in.machine.remove', object: { kind: 'machine', id: client.id } });
    });
  }

  /** @throws DomainError sign_in.machine_not_found */
  async demand(caller: Caller, clientId: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.locked(tx, caller, clientId));
  }

  private async locked(tx: Tx, caller: Caller, clientId: string): Promise<MachineClient> {
    const client = await this.machines.lock(tx, prefixOf(caller), clientId);
    if (client === null) throw new DomainError('sign_in.machine_not_found');
    return client;
  }
}

/** Only who acts for a region looks after programs. @throws DomainError access.forbidden */
function prefixOf({ scope }: Caller): string {
  if (scope.kind !== 'region') throw new DomainError('access.forbidden');
  return scope.prefix;
}

/** `:id` is a program that the caller looks after. */
@Injectable()
export class MachineReach extends Reach {
  constructor(private readonly clients: MachineClients) {
    super();
  }

  demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    return this.clients.demand(caller, id);
  }
}
