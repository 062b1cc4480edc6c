import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../../kernel/domain-error.js';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { RowBalance } from '../../../platform/sheets/index.js';

/** What makes a list the same list. */
export type ImportContent = { readonly source: string; readonly asOf: Date; readonly regionPrefix: string; readonly digest: Buffer };

export type NewImport = ImportContent & { readonly fileName: string; readonly receivedBy: string | null };

export type ImportState = 'loading' | 'loaded' | 'refused' | 'interrupted';

export type EmployerImport = {
  readonly id: string;
  readonly source: string;
  readonly asOf: Date;
  readonly receivedAt: Date;
  readonly regionPrefix: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly refusal: { readonly code: string; readonly params: TextParams } | null;
  readonly rows: RowBalance;
};

type Row = {
  id: string; source: string; as_of: Date; received_at: Date; region_prefix: string; file_name: string; state: ImportState; refusal: string | null; refusal_params: TextParams | null;
  rows_in: number; accepted: number; unchanged: number; rejected: number;
};

/** One list at a time: two of them would wait for each other row by row. */
const TURN = 4_700_002;
/** Whoever loads holds the turn: without one, an import that is said to be loading died with its process. */
const STATE = `CASE WHEN i.state = 'loading' AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${TURN} AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) THEN 'interrupted' ELSE i.state END`;
const COLUMNS = `i.id, i.source, i.as_of, i.received_at, i.region_prefix, i.file_name, ${STATE} AS state, i.refusal, i.refusal_params, i.rows_in, i.accepted, i.unchanged, i.rejected`;
const SCOPE = { region: 'i.region_prefix' } as const;

/** Lists of the tax register: what was imported, and what of it was not taken. */
@Injectable()
export class ImportsRepository {
  /** Waits until no other list is loaded; kept until the transaction ends. */
  async takeTurn(tx: Tx, _scope: Scope): Promise<void> {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await tx.query(`SET LOCAL work_mem = '128MB'`);
    await tx.query('SELECT pg_advisory_xact_lock($1)', [TURN]);
  }

  async loaded(tx: Tx, scope: Scope, { source, asOf, regionPrefix, digest }: ImportContent): Promise<EmployerImport | null> {
    const params: unknown[] = [source, asOf, regionPrefix, digest];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM employer_import AS i WHERE i.source = $1 AND i.as_of = $2 AND i.region_prefix = $3 AND i.digest = $4 AND i.state = 'loaded' AND ${withinScope(scope, SCOPE, params)}`, params) as Row[];
    return row ? fromRow(row) : null;
  }

  /** In a transaction of its own, so that a load that dies is seen. Whoever has the turn knows that others have died. @returns its id */
  async begin(tx: Tx, _scope: Scope, { source, asOf, regionPrefix, digest, fileName, receivedBy }: NewImport, at: Date): Promise<string> {
    await tx.query(`UPDATE employer_import SET state = 'interrupted' WHERE state = 'loading'`);
    const [row] = await tx.query(
      `INSERT INTO employer_import (source, as_of, received_at, received_by, region_prefix, file_name, digest, state) VALUES ($1, $2, $3, $4, $5, $6, $7, 'loading') RETURNING id`,
      [source, asOf, at, receivedBy, regionPrefix, fileName, digest],
    ) as { id: string }[];
    return row?.id ?? '';
  }

  async finish(tx: Tx, _scope: Scope, id: string, rows: RowBalance, faults: readonly RowFault[]): Promise<void> {
    await tx.query(
      `INSERT INTO employer_import_rejection (import_id, line, "column", code, params) SELECT $1::bigint, line, place, code, params::jsonb FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[]) AS v (line, place, code, params) ON CONFLICT DO NOTHING`,
      [id, faults.map(({ line }) => line), faults.map(({ column }) => column), faults.map(({ code }) => code), faults.map(({ params }) => JSON.stringify(params))],
    );
    await tx.query(`UPDATE employer_import SET state = 'loaded', rows_in = $2, accepted = $3, unchanged = $4, rejected = $5 WHERE id = $1`, [id, rows.in, rows.accepted, rows.unchanged, rows.rejected]);
  }

  /** @param refusal null where the load broke off without one */
  async giveUp(tx: Tx, _scope: Scope, id: string, refusal: EmployerImport['refusal']): Promise<void> {
    await tx.query(`UPDATE employer_import SET state = $2, refusal = $3, refusal_params = $4 WHERE id = $1 AND state = 'loading'`, [id, refusal === null ? 'interrupted' : 'refused', refusal?.code ?? null, refusal === null ? null : JSON.stringify(refusal.params)]);
  }

  /** The latest first, below the id given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, before: string | null, limit: number): Promise<readonly EmployerImport[]> {
    const params: unknown[] = [before, limit];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM employer_import AS i WHERE ($1::bigint IS NULL OR i.id < $1) AND ${withinScope(scope, SCOPE, params)} ORDER BY i.id DESC LIMIT $2`, params) as Row[];
    return rows.map(fromRow);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<EmployerImport | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM employer_import AS i WHERE i.id = $1 AND ${withinScope(scope, SCOPE, params)}`, params) as Row[];
    return row ? fromRow(row) : null;
  }

  /** In the order of the lines, after the one given; the import was found in the scope. */
  faults(tx: Tx, _scope: Scope, id: string, after: readonly [number, string] | null, limit: number): Promise<readonly RowFault[]> {
    return tx.query(
      `SELECT line, "column", code, params FROM employer_import_rejection WHERE import_id = $1 AND ($2::integer IS NULL OR (line, "column") > ($2, $3)) ORDER BY line, "column" LIMIT $4`,
      [id, after?.[0] ?? null, after?.[1] ?? null, limit],
    ) as Promise<RowFault[]>;
  }
}

const fromRow = (row: Row): EmployerImport => ({
  id: row.id, source: row.source, asOf: row.as_of, receivedAt: row.received_at, regionPrefix: row.region_prefix, fileName: row.file_name, state: row.state,
  refusal: row.refusal === null ? null : { code: row.refusal, params: row.refusal_params ?? {} },
  rows: { in: row.rows_in, accepted: row.accepted, unchanged: row.unchanged, rejected: row.rejected },
});
