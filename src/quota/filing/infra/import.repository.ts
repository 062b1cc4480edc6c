import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../../kernel/domain-error.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { copyRows, type Tx } from '../../../platform/database/index.js';
import type { ErrorGroup, RosterWarning } from '../../roster/index.js';
import { declarationScope } from './declaration.repository.js';

/** `checked`: read, and waits for the clerk's word; `done`: its lines are the draft's. */
export type ImportState = 'reading' | 'checked' | 'done' | 'refused' | 'failed' | 'discarded';

export type ImportBalance = { readonly rowsIn: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number; readonly removed: number };

/** What is told of a file that was read. */
export type ImportWords = { readonly warnings: readonly RosterWarning[]; readonly groups: readonly ErrorGroup[] };

export type RosterImport = ImportBalance & {
  readonly id: string;
  readonly declarationId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly state: ImportState;
  readonly fileName: string | null;
  readonly receivedAt: Date;
  readonly aliveAt: Date;
  readonly rowsRead: number;
  readonly refusal: { readonly code: string; readonly params: TextParams } | null;
  readonly words: ImportWords | null;
};

/** A fault of a row that speaks of somebody. */
export type RejectionOf = Rejection & { /** Null where it cannot be read of whom, or nobody knows that person yet. */ readonly registryPersonId: string | null };

/** One fault of one row; `column` is the user's own title. */
export type Rejection = { readonly row: number; readonly column: string; readonly code: string; readonly params: TextParams };

type Row = {
  id: string; declaration_id: string; version_id: string; version_number: number; state: ImportState; file_name: string | null; received_at: Date; alive_at: Date; phase_rows: number;
  rows_in: number; accepted: number; unchanged: number; rejected: number; removed: number; refusal: string | null; warnings: string | null;
};

const COLUMNS = `i.id, v.declaration_id, i.version_id, v.number AS version_number, i.state, i.file_name, i.received_at, i.alive_at, i.phase_rows, i.rows_in, i.accepted, i.unchanged, i.rejected, i.removed,
  i.refusal, i.warnings`;
const FROM = 'roster_import AS i JOIN filing_version AS v ON v.id = i.version_id JOIN declaration AS d ON d.id = v.declaration_id';
const placeOf = (column: 'file_name' | 'refusal' | 'warnings', rowId: string) => ({ table: 'roster_import', column, rowId });
const detailOf = (rowId: string) => ({ table: 'roster_import_rejection', column: 'detail', rowId });
const affected = (answer: unknown): number => (answer as [unknown, number])[1];

/** Files that were handed in, as a scope shows them. */
@Injectable()
export class ImportRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The version was found within the scope. */
  async add(tx: Tx, _scope: Scope, file: { readonly id: string; readonly versionId: string; readonly digest: Buffer; readonly fileName: string; readonly by: string | null }, at: Date): Promise<void> {
    const { id, versionId, digest, fileName, by } = file;
    await tx.query('INSERT INTO roster_import (id, version_id, digest, file_name, received_at, alive_at, received_by) VALUES ($1, $2, $3, $4, $5, $5, $6)',
      [id, versionId, digest, this.cipher.seal(fileName, placeOf('file_name', id)), at, by]);
  }

  async find(tx: Tx, scope: Scope, declarationId: string, id: string): Promise<RosterImport | null> {
    const params: unknown[] = [declarationId, id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND i.id = $2 AND ${withinScope(scope, declarationScope, params)}`, params) as Row[];
    return row ? this.shown(row) : null;
  }

  /** As `find`, kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, declarationId: string, id: string): Promise<RosterImport | null> {
    const params: unknown[] = [declarationId, id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND i.id = $2 AND ${withinScope(scope, declarationScope, params)} FOR UPDATE OF i`, params) as Row[];
    return row ? this.shown(row) : null;
  }

  /** The latest first. */
  async list(tx: Tx, scope: Scope, declarationId: string, limit: number): Promise<readonly RosterImport[]> {
    const params: unknown[] = [declarationId, limit];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY i.received_at DESC, i.id LIMIT $2`, params) as Row[];
    return rows.map((row) => this.shown(row));
  }

  /** How far the reading is; false where the import is no longer read: given up, discarded or gone. */
  async progress(tx: Tx, _scope: Scope, id: string, rows: number, at: Date): Promise<boolean> {
    return affected(await tx.query(`UPDATE roster_import SET phase_rows = greatest(phase_rows, $2), alive_at = $3 WHERE id = $1 AND state = 'reading'`, [id, rows, at])) === 1;
  }

  async beat(tx: Tx, _scope: Scope, ids: readonly string[], at: Date): Promise<void> {
    await tx.query(`UPDATE roster_import SET alive_at = $2 WHERE id = ANY ($1) AND state = 'reading'`, [ids, at]);
  }

  async checked(tx: Tx, _scope: Scope, id: string, balance: ImportBalance, words: ImportWords): Promise<void> {
    const { rowsIn, accepted, unchanged, rejected, removed } = balance;
    await tx.query(
      `UPDATE roster_import SET state = 'checked', rows_in = $2, accepted = $3, unchanged = $4, rejected = $5, removed = $6, phase_rows = $2, warnings = $7 WHERE id = $1`,
      [id, rowsIn, accepted, unchanged, rejected, removed, this.cipher.seal(JSON.stringify(words), placeOf('warnings', id))],
    );
  }

  async done(tx: Tx, _scope: Scope, id: string, { accepted, unchanged, removed }: Pick<ImportBalance, 'accepted' | 'unchanged' | 'removed'>): Promise<void> {
    await tx.query(`UPDATE roster_import SET state = 'done', accepted = $2, unchanged = $3, removed = $4 WHERE id = $1`, [id, accepted, unchanged, removed]);
  }

  /** The file as a whole is refused; false where it is no longer read. */
  async refuse(tx: Tx, _scope: Scope, id: string, refusal: NonNullable<RosterImport['refusal']>): Promise<boolean> {
    return affected(await tx.query(`UPDATE roster_import SET state = 'refused', refusal = $2 WHERE id = $1 AND state = 'reading'`, [id, this.cipher.seal(JSON.stringify(refusal), placeOf('refusal', id))])) === 1;
  }

  /** Ends imports without a result; what they had staged goes. @returns how many */
  async end(tx: Tx, _scope: Scope, ids: readonly string[], state: 'failed' | 'discarded'): Promise<number> {
    if (ids.length === 0) return 0;
    // The state first: it waits for a batch that is just being stored, whose rows are then seen and go with the others.
    const ended = affected(await tx.query(`UPDATE roster_import SET state = $2 WHERE id = ANY ($1) AND state IN ('reading', 'checked')`, [ids, state]));
    await tx.query('DELETE FROM roster_staged_line WHERE import_id = ANY ($1)', [ids]);
    return ended;
  }

  /** One file of a version at a time comes to wait for a word: two that end together would not see each other. Until the transaction ends. */
  async oneAtATime(tx: Tx, _scope: Scope, versionId: string): Promise<void> {
    await tx.query('SELECT FROM filing_version WHERE id = $1 FOR NO KEY UPDATE', [versionId]);
  }

  /** Imports of a version that wait for a word, other than the one given. */
  async waiting(tx: Tx, _scope: Scope, versionId: string, except: string): Promise<readonly string[]> {
    const rows = await tx.query(`SELECT id FROM roster_import WHERE version_id = $1 AND id <> $2 AND state = 'checked' FOR UPDATE`, [versionId, except]) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Imports whose process was not heard of since, and those that have waited for a word too long. */
  async left(tx: Tx, scope: Scope, silentSince: Date, waitingSince: Date): Promise<{ readonly silent: readonly string[]; readonly forgotten: readonly string[] }> {
    const params: unknown[] = [silentSince, waitingSince];
    const rows = await tx.query(
      `SELECT i.id, i.state FROM ${FROM} WHERE ((i.state = 'reading' AND i.alive_at < $1) OR (i.state = 'checked' AND i.received_at < $2)) AND ${withinScope(scope, declarationScope, params)}
       ORDER BY i.id LIMIT 200 FOR UPDATE OF i SKIP LOCKED`, params,
    ) as { id: string; state: ImportState }[];
    return { silent: rows.filter(({ state }) => state === 'reading').map(({ id }) => id), forgotten: rows.filter(({ state }) => state === 'checked').map(({ id }) => id) };
  }

  async reject(tx: Tx, _scope: Scope, importId: string, faults: readonly RejectionOf[]): Promise<void> {
    if (faults.length === 0) return;
    const ids = await tx.query(`SELECT nextval(pg_get_serial_sequence('roster_import_rejection', 'id'))::text AS id FROM generate_series(1, $1)`, [faults.length]) as { id: string }[];
    await copyRows(tx, 'roster_import_rejection', ['id', 'import_id', 'row_number', 'code', 'detail', 'registry_person_id'], faults.map(({ row, column, code, params, registryPersonId }, at) => {
      const id = (ids[at] as { id: string }).id;
      return [id, importId, row, code, this.cipher.seal(JSON.stringify({ column, params }), detailOf(id)), registryPersonId];
    }));
  }

  /** Faults in the order of their rows, after the one given; at most `limit`. One statement. */
  async rejections(tx: Tx, scope: Scope, declarationId: string, importId: string, after: readonly [number, string] | null, limit: number): Promise<readonly (Rejection & { readonly id: string })[]> {
    const params: unknown[] = [declarationId, importId, limit];
    const conditions = ['d.id = $1', 'i.id = $2', withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`(r.row_number, r.id) > ($${params.push(after[0])}, $${params.push(after[1])}::bigint)`);
    const rows = await tx.query(
      `SELECT r.id::text, r.row_number, r.code, r.detail FROM roster_import_rejection AS r JOIN ${FROM.replace('roster_import AS i', 'roster_import AS i ON i.id = r.import_id')}
       WHERE ${conditions.join(' AND ')} ORDER BY r.row_number, r.id LIMIT $3`, params,
    ) as { id: string; row_number: number; code: string; detail: string }[];
    return rows.map(({ id, row_number: row, code, detail }) => ({ id, row, code, ...(JSON.parse(this.cipher.open(detail, detailOf(id))) as Pick<Rejection, 'column' | 'params'>) }));
  }

  private shown(row: Row): RosterImport {
    const opened = (column: 'file_name' | 'refusal' | 'warnings'): string | null => (row[column] === null ? null : this.cipher.open(row[column], placeOf(column, row.id)));
    const [refusal, words] = [opened('refusal'), opened('warnings')];
    return {
      id: row.id, declarationId: row.declaration_id, versionId: row.version_id, versionNumber: row.version_number, state: row.state, fileName: opened('file_name'), receivedAt: row.received_at,
      aliveAt: row.alive_at, rowsRead: row.phase_rows, rowsIn: row.rows_in, accepted: row.accepted, unchanged: row.unchanged, rejected: row.rejected, removed: row.removed,
      refusal: refusal === null ? null : (JSON.parse(refusal) as NonNullable<RosterImport['refusal']>), words: words === null ? null : (JSON.parse(words) as ImportWords),
    };
  }
}
