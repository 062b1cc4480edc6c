import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RoleName } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

export type MachineClient = {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly role: RoleName;
  readonly permissions: readonly string[];
  readonly regionPrefix: string | null;
  readonly callsPerMinute: number;
};

export type MachineKey = { readonly id: string; readonly createdAt: Date; readonly expiresAt: Date; readonly usedAt: Date | null };
export type KeyedClient = { readonly client: MachineClient; readonly keyId: string; readonly usedAt: Date | null; readonly expiresAt: Date; readonly revoked: boolean };

type ClientRow = { id: string; name: string; organisation_id: string | null; role: RoleName; permissions: string[]; region_prefix: string | null; calls_per_minute: number };
type KeyRow = { id: string; created_at: Date; expires_at: Date; used_at: Date | null };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CLIENT = 'id, name, organisation_id, role, permissions, region_prefix, calls_per_minute';

/** Programs of other bodies and their keys. */
@Injectable()
export class MachineStore {
  async add(tx: Tx, client: Omit<MachineClient, 'id'>, createdBy: string, now: Date): Promise<string> {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO machine_client (id, name, organisation_id, role, permissions, region_prefix, calls_per_minute, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, client.name, client.organisationId, client.role, client.permissions, client.regionPrefix, client.callsPerMinute, createdBy, now],
    );
    return id;
  }

  /** Inside a region: clients without one are seen from the whole country only. */
  async list(tx: Tx, regionPrefix: string): Promise<readonly MachineClient[]> {
    const rows = await tx.query(`SELECT ${CLIENT} FROM machine_client WHERE revoked_at IS NULL AND starts_with(coalesce(region_prefix, ''), $1) ORDER BY name, id`, [regionPrefix]) as ClientRow[];
    return rows.map(toClient);
  }

  /** Locked until the transaction ends, so that two changes of its keys come one after the other. */
  async lock(tx: Tx, regionPrefix: string, id: string): Promise<MachineClient | null> {
    if (!UUID.test(id)) return null;
    const [row] = await tx.query(`SELECT ${CLIENT} FROM machine_client WHERE id = $2 AND revoked_at IS NULL AND starts_with(coalesce(region_prefix, ''), $1) FOR UPDATE`, [regionPrefix, id]) as ClientRow[];
    return row ? toClient(row) : null;
  }

  async revoke(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query('UPDATE machine_client SET revoked_at = $2 WHERE id = $1', [id, now]);
    await tx.query('UPDATE machine_key SET revoked_at = $2 WHERE client_id = $1 AND revoked_at IS NULL', [id, now]);
  }

  /** Keys that still hold, the oldest first. */
  async liveKeys(tx: Tx, clientId: string, now: Date): Promise<readonly MachineKey[]> {
    const rows = await tx.query('SELECT id, created_at, expires_at, used_at FROM machine_key WHERE client_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at, id', [clientId, now]) as KeyRow[];
    return rows.map((row) => ({ id: row.id, createdAt: row.created_at, expiresAt: row.expires_at, usedAt: row.used_at }));
  }

  async addKey(tx: Tx, clientId: string, digest: Buffer, now: Date, expiresAt: Date): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO machine_key (id, client_id, digest, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)', [id, clientId, digest, now, expiresAt]);
    return id;
  }

  async revokeKey(tx: Tx, clientId: string, keyId: string, now: Date): Promise<boolean> {
    if (!UUID.test(keyId)) return false;
    const [, count] = await tx.query('UPDATE machine_key SET revoked_at = $3 WHERE client_id = $1 AND id = $2 AND revoked_at IS NULL', [clientId, keyId, now]) as [unknown, number];
    return count === 1;
  }

  async byKey(tx: Tx, digest: Buffer): Promise<KeyedClient | null> {
    const [row] = await tx.query(
      `SELECT client.id, name, organisation_id, role, permissions, region_prefix, calls_per_minute, key.id AS key_id, key.used_at, key.expires_at,
         (key.revoked_at IS NOT NULL OR client.revoked_at IS NOT NULL) AS revoked
       FROM machine_key AS key JOIN machine_client AS client ON client.id = key.client_id WHERE key.digest = $1`, [digest],
    ) as (ClientRow & { key_id: string; used_at: Date | null; expires_at: Date; revoked: boolean })[];
    return row ? { client: toClient(row), keyId: row.key_id, usedAt: row.used_at, expiresAt: row.expires_at, revoked: row.revoked } : null;
  }

  async noteUse(tx: Tx, keyId: string, now: Date): Promise<void> {
    await tx.query('UPDATE machine_key SET used_at = $2 WHERE id = $1', [keyId, now]);
  }
}

const toClient = (row: ClientRow): MachineClient => ({
  id: row.id, name: row.name, organisationId: row.organisation_id, role: row.role, permissions: row.permissions, regionPrefix: row.region_prefix, callsPerMinute: row.calls_per_minute,
});
