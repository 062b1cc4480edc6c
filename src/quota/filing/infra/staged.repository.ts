import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../platform/access/index.js';
import { copyRows, type Tx } from '../../../platform/database/index.js';
import type { LineContent } from '../domain/roster-line.js';
import { LINE_COLUMNS, LineCells, type NewLine } from './line-cells.js';
import { nextLineIds } from './line.repository.js';

/** A row that names a person and a contract which an earlier row of the file names already. */
export type Doubled = { readonly row: number; readonly firstRow: number };

/** How a staged file differs from the lines of its version. */
export type Difference = { readonly staged: number; readonly same: number; readonly removed: number; /** Lines of people whose rows were all refused: the file names them, and they stay as they are. */ readonly kept: number };

/** A line that goes; its person `stays` where the file has another contract of theirs. */
export type LeavingLine = { readonly id: string; readonly stays: boolean };

/** A dispatch of one person under one contract, in one direction. */
export const placeOfAgreement = ({ registryPersonId, contractStart, counts }: Pick<NewLine, 'registryPersonId'> & Pick<LineContent, 'contractStart' | 'counts'>): string => `${registryPersonId} ${contractStart} ${counts}`;

const LINES = LINE_COLUMNS.join(', ');
/** The file speaks of the person, and nothing of what it says could be taken. */
const REFUSED = `l.registry_person_id IN (SELECT registry_person_id FROM roster_import_rejection WHERE import_id = $1 AND registry_person_id IS NOT NULL
  EXCEPT SELECT registry_person_id FROM roster_staged_line WHERE import_id = $1)`;
const SAME_CONTRACT = 'l.registry_person_id = s.registry_person_id AND l.contract_start = s.contract_start';
/** Lines of the version that the file takes off the list. */
const LEAVES = `l.version_id = $2 AND NOT EXISTS (SELECT FROM roster_staged_line AS s WHERE s.import_id = $1 AND ${SAME_CONTRACT}) AND NOT ${REFUSED}`;

/** Lines of a checked file on their way into a draft. Their import was found or made within the scope. */
@Injectable()
export class StagedRepository {
  constructor(private readonly cells: LineCells) {}

  /** Each line gets the id that it is going to have. */
  async add(tx: Tx, _scope: Scope, importId: string, lines: readonly NewLine[]): Promise<void> {
    if (lines.length === 0) return;
    const ids = await nextLineIds(tx, lines.length);
    await copyRows(tx, 'roster_staged_line', ['id', 'import_id', ...LINE_COLUMNS], lines.map((line, at) => {
      const id = ids[at] as string;
      return [id, importId, ...this.cells.cells(id, line)];
    }));
  }

  /** The other units that lines of the version name for a dispatch of these people, by `placeOfAgreement`. */
  async otherUnits(tx: Tx, _scope: Scope, versionId: string, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (people.length === 0) return new Map();
    const rows = await tx.query(
      `SELECT registry_person_id::text AS "registryPersonId", contract_start AS "contractStart", counts, other_uscc AS uscc FROM roster_line WHERE version_id = $1 AND registry_person_id = ANY ($2::bigint[]) AND counts <> 'own' AND other_uscc IS NOT NULL`,
      [versionId, people],
    ) as (Parameters<typeof placeOfAgreement>[0] & { uscc: string })[];
    return new Map(rows.map(({ uscc, ...line }) => [placeOfAgreement(line), uscc]));
  }

  async clear(tx: Tx, _scope: Scope, importId: string): Promise<void> {
    await tx.query('DELETE FROM roster_staged_line WHERE import_id = $1', [importId]);
  }

  /** Takes out what would stand twice under one contract; the first row stays. */
  async removeDoubled(tx: Tx, _scope: Scope, importId: string): Promise<readonly Doubled[]> {
    const [rows] = await joinedAtOnce(tx, () => tx.query(
      `DELETE FROM roster_staged_line AS s USING (
         SELECT id, first_value(source_row) OVER one AS first_row, row_number() OVER one AS place FROM roster_staged_line WHERE import_id = $1
         WINDOW one AS (PARTITION BY registry_person_id, contract_start ORDER BY source_row)
       ) AS ranked WHERE s.import_id = $1 AND s.id = ranked.id AND ranked.place > 1 RETURNING s.source_row AS row, ranked.first_row AS "firstRow"`, [importId],
    )) as [Doubled[], number];
    return [...rows].sort((one, other) => one.row - other.row);
  }

  async difference(tx: Tx, _scope: Scope, importId: string, versionId: string): Promise<Difference> {
    const [row] = await joinedAtOnce(tx, () => tx.query(
      `SELECT (SELECT count(*) FROM roster_staged_line WHERE import_id = $1)::int AS staged,
         (SELECT count(*) FROM roster_staged_line AS s JOIN roster_line AS l ON l.version_id = $2 AND ${SAME_CONTRACT} AND l.fingerprint = s.fingerprint WHERE s.import_id = $1)::int AS same,
         (SELECT count(*) FROM roster_line AS l WHERE ${LEAVES})::int AS removed,
         (SELECT count(*) FROM roster_line AS l WHERE l.version_id = $2 AND ${REFUSED})::int AS kept`,
      [importId, versionId],
    )) as Difference[];
    return row as Difference;
  }

  /** Lines that a staged file takes off its version, those of people who are off it altogether first; at most `limit`, with the number of all. */
  async leaving(tx: Tx, _scope: Scope, importId: string, versionId: string, limit: number): Promise<{ readonly all: number; readonly lines: readonly LeavingLine[] }> {
    const rows = await joinedAtOnce(tx, () => tx.query(
      `SELECT l.id::text, EXISTS (SELECT FROM roster_staged_line AS s WHERE s.import_id = $1 AND s.registry_person_id = l.registry_person_id) AS stays, (count(*) OVER ())::int AS all
       FROM roster_line AS l WHERE ${LEAVES} ORDER BY stays, l.id LIMIT $3`, [importId, versionId, limit],
    )) as (LeavingLine & { all: number })[];
    return { all: rows[0]?.all ?? 0, lines: rows.map(({ id, stays }) => ({ id, stays })) };
  }

  /** Makes the lines of a version those of the file: what is the same stays untouched, and so do people whose rows were refused; the rest goes and comes. */
  async take(tx: Tx, _scope: Scope, importId: string, versionId: string): Promise<void> {
    await joinedAtOnce(tx, async () => {
      await tx.query(
        `DELETE FROM roster_line AS l WHERE l.version_id = $2 AND NOT EXISTS (
           SELECT FROM roster_staged_line AS s WHERE s.import_id = $1 AND ${SAME_CONTRACT} AND s.fingerprint = l.fingerprint) AND NOT ${REFUSED}`, [importId, versionId],
      );
      await tx.query(
        `INSERT INTO roster_line (id, version_id, ${LINES}) SELECT s.id, $2, ${LINES} FROM roster_staged_line AS s
         WHERE s.import_id = $1 AND NOT EXISTS (SELECT FROM roster_line AS l WHERE l.version_id = $2 AND ${SAME_CONTRACT})`, [importId, versionId],
      );
    });
    await tx.query('DELETE FROM roster_staged_line WHERE import_id = $1', [importId]);
  }
}

/**
 * Joins every row once, by hashing. A table that was filled a moment ago is planned as if it were empty, and then each row of
 * one side is held against each of the other: minutes instead of seconds for a large file.
 */
async function joinedAtOnce<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.query('SET LOCAL enable_nestloop = off');
  const done = await work();
  await tx.query('SET LOCAL enable_nestloop = on');
  return done;
}
