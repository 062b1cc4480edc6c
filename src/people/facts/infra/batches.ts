import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../../kernel/domain-error.js';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import type { Tx } from '../../../platform/database/index.js';
import type { RowBalance } from '../../../platform/sheets/index.js';
import { coveredKinds, type Coverage, type FactKind } from '../domain/kinds.js';

/** What makes a batch the same batch: the bytes, the register and the moment of which it speaks. */
export type BatchContent = { readonly kind: FactKind; readonly source: string; readonly asOf: Date; readonly digest: Buffer };

export type NewBatch = BatchContent & { readonly fileName: string | null; readonly pullId: string | null; readonly receivedBy: string | null };

export type BatchState = 'loading' | 'loaded' | 'refused' | 'interrupted';

export type FactBatch = {
  readonly id: string;
  readonly kind: FactKind;
  readonly source: string;
  readonly asOf: Date;
  readonly receivedAt: Date;
  readonly fileName: string | null;
  readonly state: BatchState;
  /** Why the whole was refused. */
  readonly refusal: { readonly code: string; readonly params: TextParams } | null;
  readonly rows: RowBalance;
};

export type CoverageRow = Coverage & { readonly kind: string; readonly asOf: Date; readonly batchId: string };

type Row = {
  id: string; kind: FactKind; source: string; as_of: Date; received_at: Date; file_name: string | null; state: BatchState; refusal: string | null; refusal_params: TextParams | null;
  rows_in: number; accepted: number; unchanged: number; rejected: number;
};

/** One load at a time: two of them would wait for each other row by row, and the machine is no faster for both. */
const TURN = 4_700_001;

/** Whoever loads holds the turn: without one, a batch that is said to be loading died with its process. */
const STATE = `CASE WHEN state = 'loading' AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${TURN} AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) THEN 'interrupted' ELSE state END`;
const COLUMNS = `id, kind, source, as_of, received_at, file_name, ${STATE} AS state, refusal, refusal_params, rows_in, accepted, unchanged, rejected`;

/** Batches, their faults, and what they cover. Registers speak of the whole country, so no scope stands here. */
@Injectable()
export class Batches {
  /** Waits until no other load runs; kept until the transaction ends. The limits of a statement are lifted for it. */
  async takeTurn(tx: Tx): Promise<void> {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await tx.query(`SET LOCAL work_mem = '256MB'`);
    await tx.query('SELECT pg_advisory_xact_lock($1)', [TURN]);
  }

  async loaded(tx: Tx, { kind, source, asOf, digest }: BatchContent): Promise<FactBatch | null> {
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM fact_batch WHERE kind = $1 AND source = $2 AND as_of = $3 AND digest = $4 AND state = 'loaded'`, [kind, source, asOf, digest]) as Row[];
    return row ? fromRow(row) : null;
  }

  /** In a transaction of its own, so that a load that dies is seen. Whoever has the turn knows that others have died. @returns its id */
  async begin(tx: Tx, { kind, source, asOf, digest, fileName, pullId, receivedBy }: NewBatch, at: Date): Promise<string> {
    await tx.query(`UPDATE fact_batch SET state = 'interrupted' WHERE state = 'loading'`);
    const [row] = await tx.query(
      `INSERT INTO fact_batch (kind, source, as_of, received_at, received_by, pull_id, file_name, digest, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'loading') RETURNING id`,
      [kind, source, asOf, at, receivedBy, pullId, fileName, digest],
    ) as { id: string }[];
    return row?.id ?? '';
  }

  async finish(tx: Tx, id: string, rows: RowBalance, faults: readonly RowFault[]): Promise<void> {
    await tx.query(
      `INSERT INTO fact_rejection (batch_id, line, "column", code, params) SELECT $1::bigint, line, place, code, params::jsonb FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[]) AS v (line, place, code, params) ON CONFLICT DO NOTHING`,
      [id, faults.map(({ line }) => line), faults.map(({ column }) => column), faults.map(({ code }) => code), faults.map(({ params }) => JSON.stringify(params))],
    );
    await tx.query(`UPDATE fact_batch SET state = 'loaded', rows_in = $2, accepted = $3, unchanged = $4, rejected = $5 WHERE id = $1`, [id, rows.in, rows.accepted, rows.unchanged, rows.rejected]);
  }

  /** @param refusal null where the load broke off without one */
  async giveUp(tx: Tx, id: string, refusal: FactBatch['refusal']): Promise<void> {
    await tx.query(`UPDATE fact_batch SET state = $2, refusal = $3, refusal_params = $4 WHERE id = $1 AND state = 'loading'`, [id, refusal === null ? 'interrupted' : 'refused', refusal?.code ?? null, refusal === null ? null : JSON.stringify(refusal.params)]);
  }

  async cover(tx: Tx, id: string, kind: FactKind, asOf: Date, { regionPrefix, fromMonth, untilMonth }: Coverage): Promise<void> {
    await tx.query(
      `INSERT INTO fact_coverage AS c (kind, region_prefix, from_month, until_month, as_of, batch_id) SELECT kind, $2, $3, $4, $5, $6 FROM unnest($1::text[]) AS v (kind)
       ON CONFLICT (kind, region_prefix, from_month, until_month) DO UPDATE SET as_of = EXCLUDED.as_of, batch_id = EXCLUDED.batch_id WHERE c.as_of < EXCLUDED.as_of`,
      [coveredKinds(kind), regionPrefix, fromMonth, untilMonth, asOf, id],
    );
  }

  /** Rows that were rejected in the batches of a pull. */
  async rejectedIn(tx: Tx, pullId: string): Promise<number> {
    const [row] = await tx.query(`SELECT coalesce(sum(rejected), 0)::integer AS rejected FROM fact_batch WHERE pull_id = $1 AND state = 'loaded'`, [pullId]) as { rejected: number }[];
    return row?.rejected ?? 0;
  }

  /** The latest first, below the id given; at most `limit`. One statement. */
  async list(tx: Tx, before: string | null, limit: number): Promise<readonly FactBatch[]> {
    const rows = await tx.query(`SELECT ${COLUMNS} FROM fact_batch WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`, [before, limit]) as Row[];
    return rows.map(fromRow);
  }

  async find(tx: Tx, id: string): Promise<FactBatch | null> {
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM fact_batch WHERE id = $1`, [id]) as Row[];
    return row ? fromRow(row) : null;
  }

  /** In the order of the lines, after the one given. */
  faults(tx: Tx, id: string, after: readonly [number, string] | null, limit: number): Promise<readonly RowFault[]> {
    return tx.query(
      `SELECT line, "column", code, params FROM fact_rejection WHERE batch_id = $1 AND ($2::integer IS NULL OR (line, "column") > ($2, $3)) ORDER BY line, "column" LIMIT $4`,
      [id, after?.[0] ?? null, after?.[1] ?? null, limit],
    ) as Promise<RowFault[]>;
  }

  async coverage(tx: Tx): Promise<readonly CoverageRow[]> {
    const rows = await tx.query('SELECT kind, region_prefix, from_month, until_month, as_of, batch_id FROM fact_coverage ORDER BY kind, region_prefix, from_month LIMIT 2000') as
      { kind: string; region_prefix: string; from_month: number; until_month: number; as_of: Date; batch_id: string }[];
    return rows.map((row) => ({ kind: row.kind, regionPrefix: row.region_prefix, fromMonth: row.from_month, untilMonth: row.until_month, asOf: row.as_of, batchId: row.batch_id }));
  }
}

const fromRow = (row: Row): FactBatch => ({
  id: row.id, kind: row.kind, source: row.source, asOf: row.as_of, receivedAt: row.received_at, fileName: row.file_name, state: row.state,
  refusal: row.refusal === null ? null : { code: row.refusal, params: row.refusal_params ?? {} },
  rows: { in: row.rows_in, accepted: row.accepted, unchanged: row.unchanged, rejected: row.rejected },
});
