import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { copyRows, type Tx } from '../../../platform/database/index.js';
import type { PlatformPerson } from '../domain/platform-row.js';
import type { OurPerson, TheirPerson } from '../domain/reconcile.js';
import { declarationScope } from './declaration.repository.js';

export type PlatformFile = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly yearTold: boolean;
  readonly receiptNumber: string | null;
  readonly receivedOn: LocalDate | null;
  readonly determined: string | null;
  readonly rowsIn: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly removed: number;
};

export type NewPlatformFile = Omit<PlatformFile, 'receivedAt'> & { readonly declarationId: string; readonly digest: Buffer; readonly by: string | null };
export type NewPlatformLine = Omit<PlatformPerson, 'citizenId'> & { readonly registryPersonId: string };

type LineRow = { id: string; registryPersonId: string; result: TheirPerson['result']; countedMonths: number | null; reason: string | null };

const FILE = `f.id, f.received_at AS "receivedAt", f.year_told AS "yearTold", f.receipt_number AS "receiptNumber", f.received_on AS "receivedOn", trim_scale(f.determined)::text AS determined,
  f.rows_in AS "rowsIn", f.accepted, f.unchanged, f.rejected, f.removed`;
/** About the file and no single cell; told before all others. */
export const NOBODY_GONE = 'filing.platform.nobody_gone';
const MOST_DIFFERENT = 100_000;
const reasonOf = (rowId: string) => ({ table: 'platform_line', column: 'reason', rowId });

/** What files of the national platform say of filings, as a scope shows it. */
@Injectable()
export class PlatformSideRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The declaration was locked within the scope. */
  async add(tx: Tx, _scope: Scope, file: NewPlatformFile, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO platform_file (id, declaration_id, received_at, received_by, digest, year_told, receipt_number, received_on, determined, rows_in, accepted, unchanged, rejected, removed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [file.id, file.declarationId, at, file.by, file.digest, file.yearTold, file.receiptNumber, file.receivedOn, file.determined, file.rowsIn, file.accepted, file.unchanged, file.rejected, file.removed],
    );
  }

  async reject(tx: Tx, _scope: Scope, fileId: string, faults: readonly RowFault[]): Promise<void> {
    await copyRows(tx, 'platform_file_rejection', ['file_id', 'line', 'column', 'code', 'params'], faults.map(({ line, column, code, params }) => [fileId, line, column, code, JSON.stringify(params)]));
  }

  /** Everybody of whom the platform has told, by person. The declaration was found within the scope. */
  async lines(tx: Tx, _scope: Scope, declarationId: string): Promise<readonly TheirPerson[]> {
    const rows = await tx.query(
      `SELECT id::text, registry_person_id::text AS "registryPersonId", result, counted_months AS "countedMonths", reason FROM platform_line WHERE declaration_id = $1 ORDER BY id LIMIT ${MOST_DIFFERENT}`, [declarationId],
    ) as LineRow[];
    return rows.map(({ id, reason, ...line }) => ({ ...line, reason: reason === null ? null : this.cipher.open(reason, reasonOf(id)) }));
  }

  /** Makes the platform's side what a file says. @param changed new ones and those that say something else @param gone named before and not now */
  async put(tx: Tx, _scope: Scope, declarationId: string, fileId: string, changed: readonly NewPlatformLine[], gone: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM platform_line WHERE declaration_id = $1 AND registry_person_id = ANY ($2::bigint[])', [declarationId, [...gone, ...changed.map(({ registryPersonId }) => registryPersonId)]]);
    if (changed.length === 0) return;
    const ids = await tx.query(`SELECT nextval(pg_get_serial_sequence('platform_line', 'id'))::text AS id FROM generate_series(1, $1)`, [changed.length]) as { id: string }[];
    await copyRows(tx, 'platform_line', ['id', 'declaration_id', 'registry_person_id', 'file_id', 'result', 'counted_months', 'reason'], changed.map(({ registryPersonId, result, countedMonths, reason }, at) => {
      const id = (ids[at] as { id: string }).id;
      return [id, declarationId, registryPersonId, fileId, result, countedMonths, reason === null ? null : this.cipher.seal(reason, reasonOf(id))];
    }));
  }

  /** What all lines of a person count together at the employer in a version; what counts at the other unit of a dispatch counts there. */
  async ours(tx: Tx, scope: Scope, declarationId: string): Promise<readonly OurPerson[]> {
    const params: unknown[] = [declarationId];
    return tx.query(
      `SELECT l.registry_person_id::text AS "registryPersonId", sum(CASE WHEN l.counts = 'out' THEN 0 ELSE l.counted_months END)::int AS "countedMonths"
       FROM roster_line AS l JOIN filing_version AS v ON v.id = l.version_id JOIN declaration AS d ON d.id = v.declaration_id AND d.current_version = v.number
       WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)} GROUP BY 1 ORDER BY min(l.id)`, params,
    ) as Promise<readonly OurPerson[]>;
  }

  /** The latest first. */
  async files(tx: Tx, scope: Scope, declarationId: string, limit: number): Promise<readonly PlatformFile[]> {
    const params: unknown[] = [declarationId, limit];
    return tx.query(`SELECT ${FILE} FROM platform_file AS f JOIN declaration AS d ON d.id = f.declaration_id WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY f.received_at DESC, f.id LIMIT $2`, params) as Promise<readonly PlatformFile[]>;
  }

  /** Of the latest file. */
  async rejections(tx: Tx, scope: Scope, declarationId: string, limit: number): Promise<readonly RowFault[]> {
    const params: unknown[] = [declarationId, limit];
    return tx.query(
      `SELECT r.line, r."column", r.code, r.params FROM platform_file_rejection AS r
       WHERE r.file_id = (SELECT f.id FROM platform_file AS f JOIN declaration AS d ON d.id = f.declaration_id WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY f.received_at DESC, f.id LIMIT 1)
       ORDER BY r.code <> '${NOBODY_GONE}', r.line, r."column" LIMIT $2`, params,
    ) as Promise<readonly RowFault[]>;
  }

  /** Names that our own lines give people, for whoever shows them. */
  async names(tx: Tx, _scope: Scope, declarationId: string, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (people.length === 0) return new Map();
    const rows = await tx.query(
      `SELECT DISTINCT ON (l.registry_person_id) l.registry_person_id::text AS person, l.id::text, l.name FROM roster_line AS l JOIN filing_version AS v ON v.id = l.version_id
       JOIN declaration AS d ON d.id = v.declaration_id AND d.current_version = v.number WHERE d.id = $1 AND l.registry_person_id = ANY ($2::bigint[]) ORDER BY l.registry_person_id, l.id DESC`, [declarationId, people],
    ) as { person: string; id: string; name: string }[];
    return new Map(rows.map(({ person, id, name }) => [person, this.cipher.open(name, { table: 'roster_line', column: 'name', rowId: id })]));
  }
}
