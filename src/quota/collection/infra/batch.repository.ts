import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';

/** Determinations that went out together. */
export type TaxBatch = {
  readonly id: string;
  readonly regionCode: string;
  readonly baseYear: number;
  readonly number: string;
  readonly lines: number;
  readonly digest: string;
  readonly madeAt: Date;
  readonly acknowledgedAt: Date | null;
};

type Row = { id: string; region_code: string; base_year: number; number: string; lines: number; digest: string; made_at: Date; acknowledged_at: Date | null };

const SCOPE = { region: 'b.region_code' } as const;
const COLUMNS = 'b.id, b.region_code, b.base_year, b.number, b.lines, b.digest, b.made_at, b.acknowledged_at';

/** Batches that went out, as a scope shows them. */
@Injectable()
export class BatchRepository {
  /** The next serial of a region and year; whoever asks at the same moment waits until the transaction ends. */
  async nextSerial(tx: Tx, _scope: Scope, regionCode: string, baseYear: number): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tax batch ${regionCode} ${baseYear}`]);
    const [row] = await tx.query('SELECT count(*)::int AS batches FROM tax_batch WHERE region_code = $1 AND base_year = $2', [regionCode, baseYear]) as { batches: number }[];
    return (row?.batches ?? 0) + 1;
  }

  async add(tx: Tx, _scope: Scope, batch: TaxBatch & { readonly body: string; readonly madeBy: string | null }): Promise<void> {
    await tx.query(
      'INSERT INTO tax_batch (id, region_code, base_year, number, lines, body, digest, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [batch.id, batch.regionCode, batch.baseYear, batch.number, batch.lines, batch.body, batch.digest, batch.madeAt, batch.madeBy],
    );
  }

  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, after: readonly [Date, string] | null, limit: number): Promise<readonly TaxBatch[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, SCOPE, params)];
    if (after !== null) conditions.push(`(b.made_at, b.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM tax_batch AS b WHERE ${conditions.join(' AND ')} ORDER BY b.made_at DESC, b.id DESC LIMIT $1`, params) as Row[];
    return rows.map(batchOf);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<TaxBatch | null> {
    return this.one(tx, scope, id, '');
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<TaxBatch | null> {
    return this.one(tx, scope, id, 'FOR UPDATE OF b');
  }

  async body(tx: Tx, scope: Scope, id: string): Promise<string | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT b.body FROM tax_batch AS b WHERE b.id = $1 AND ${withinScope(scope, SCOPE, params)}`, params) as { body: string }[];
    return row?.body ?? null;
  }

  /** The row was locked within the scope. */
  async acknowledge(tx: Tx, _scope: Scope, id: string, { at, by, key }: { readonly at: Date; readonly by: string | null; readonly key: string | null }): Promise<void> {
    await tx.query('UPDATE tax_batch SET acknowledged_at = $2, acknowledged_by = $3, acknowledged_key = $4 WHERE id = $1', [id, at, by, key]);
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<TaxBatch | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM tax_batch AS b WHERE b.id = $1 AND ${withinScope(scope, SCOPE, params)} ${locking}`, params) as Row[];
    return row ? batchOf(row) : null;
  }
}

const batchOf = (row: Row): TaxBatch => ({
  id: row.id, regionCode: row.region_code, baseYear: row.base_year, number: row.number, lines: row.lines, digest: row.digest, madeAt: row.made_at, acknowledgedAt: row.acknowledged_at,
});
