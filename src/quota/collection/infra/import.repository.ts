import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Party } from '../domain/exchange-line.js';

/** How a batch was taken. `rowsIn` = accepted + unchanged + rejected, always. */
export type Import = {
  readonly id: string;
  readonly party: Party;
  readonly sender: string;
  readonly batch: string;
  readonly baseYear: number;
  readonly digest: string;
  /** Null where the sender put no seal on it. */
  readonly sealKey: string | null;
  readonly rowsIn: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly receivedAt: Date;
};

export type NewImport = Import & { readonly receivedBy: string | null; readonly machineKeyId: string | null };

/** `code` is that of a sentence; `field` names the column of the line, or the number of its character. */
export type Rejection = { readonly line: number; readonly code: string; readonly field: string | null };

type Row = {
  id: string; party: Party; sender: string; batch: string; base_year: number; digest: string; seal_key: string | null; rows_in: number; accepted: number; unchanged: number; rejected: number; received_at: Date;
};

const SCOPE = { region: 'i.sender' } as const;
const COLUMNS = 'i.id, i.party, i.sender, i.batch, i.base_year, i.digest, i.seal_key, i.rows_in, i.accepted, i.unchanged, i.rejected, i.received_at';

/** Batches that came in, as a scope shows them: by the region of who sent them. */
@Injectable()
export class ImportRepository {
  /** One batch of a sender at a time, until the transaction ends. */
  async lockSender(tx: Tx, _scope: Scope, party: Party, sender: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`exchange ${party} ${sender}`]);
  }

  async ofBatch(tx: Tx, scope: Scope, party: Party, sender: string, batch: string): Promise<Import | null> {
    return this.one(tx, scope, 'i.party = $1 AND i.sender = $2 AND i.batch = $3', [party, sender, batch]);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<Import | null> {
    return this.one(tx, scope, 'i.id = $1', [id]);
  }

  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, party: Party | null, after: readonly [Date, string] | null, limit: number): Promise<readonly Import[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, SCOPE, params)];
    if (party !== null) conditions.push(`i.party = $${params.push(party)}`);
    if (after !== null) conditions.push(`(i.received_at, i.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM exchange_import AS i WHERE ${conditions.join(' AND ')} ORDER BY i.received_at DESC, i.id DESC LIMIT $1`, params) as Row[];
    return rows.map(importOf);
  }

  /** The sender was found within the scope. */
  async add(tx: Tx, _scope: Scope, one: NewImport): Promise<void> {
    await tx.query(
      `INSERT INTO exchange_import (id, party, sender, batch, base_year, digest, seal_key, rows_in, accepted, unchanged, rejected, received_at, received_by, machine_key_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [one.id, one.party, one.sender, one.batch, one.baseYear, one.digest, one.sealKey, one.rowsIn, one.accepted, one.unchanged, one.rejected, one.receivedAt, one.receivedBy, one.machineKeyId],
    );
  }

  async addRejections(tx: Tx, _scope: Scope, importId: string, rejections: readonly Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    await tx.query(
      'INSERT INTO exchange_rejection (import_id, line, code, field) SELECT $1, line, code, field FROM unnest($2::int[], $3::text[], $4::text[]) AS rejection (line, code, field)',
      [importId, rejections.map(({ line }) => line), rejections.map(({ code }) => code), rejections.map(({ field }) => field)],
    );
  }

  /** By line, behind the one given; at most `limit`. One statement. */
  async rejections(tx: Tx, scope: Scope, importId: string, after: number, limit: number): Promise<readonly Rejection[]> {
    const params: unknown[] = [importId, after, limit];
    return await tx.query(
      `SELECT r.line, r.code, r.field FROM exchange_rejection AS r JOIN exchange_import AS i ON i.id = r.import_id WHERE i.id = $1 AND r.line > $2 AND ${withinScope(scope, SCOPE, params)} ORDER BY r.line LIMIT $3`, params,
    ) as Rejection[];
  }

  private async one(tx: Tx, scope: Scope, condition: string, values: readonly unknown[]): Promise<Import | null> {
    const params: unknown[] = [...values];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM exchange_import AS i WHERE ${condition} AND ${withinScope(scope, SCOPE, params)}`, params) as Row[];
    return row ? importOf(row) : null;
  }
}

const importOf = (row: Row): Import => ({
  id: row.id, party: row.party, sender: row.sender, batch: row.batch, baseYear: row.base_year, digest: row.digest, sealKey: row.seal_key, rowsIn: row.rows_in, accepted: row.accepted,
  unchanged: row.unchanged, rejected: row.rejected, receivedAt: row.received_at,
});
