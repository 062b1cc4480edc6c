import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { copyRows, type Tx } from '../../../platform/database/index.js';
import type { VerdictSums } from '../../counting/index.js';
import type { LineContent, LineSource } from '../domain/roster-line.js';
import { declarationScope } from './declaration.repository.js';
import { LINE_COLUMNS, LineCells, type LineRow, type NewLine } from './line-cells.js';

/** A line in clear; whoever shows it masks what must be masked. */
export type RosterLine = LineContent & { readonly id: string; readonly registryPersonId: string; readonly source: LineSource; readonly sourceRow: number | null; readonly sums: VerdictSums };

/** What the lines of a version add up to. */
export type VersionSums = {
  readonly lines: number;
  readonly people: number;
  readonly peopleCounted: number;
  readonly peopleCertain: number;
  readonly months: number;
  readonly countedMonths: number;
  readonly provisionalMonths: number;
  /** Σ weights of the months that count here, and of those dispatched in and out. */
  readonly weighted: number;
  readonly dispatchedIn: number;
  readonly dispatchedOut: number;
  /** The same without the provisional months. */
  readonly certainWeighted: number;
  readonly certainIn: number;
  readonly certainOut: number;
};

const FROM = 'roster_line AS l JOIN filing_version AS v ON v.id = l.version_id JOIN declaration AS d ON d.id = v.declaration_id';
const COLUMNS = `l.id::text, l.registry_person_id::text, ${LINE_COLUMNS.slice(1).map((column) => `l.${column}`).join(', ')}`;
const COPIED_AT_ONCE = 1_000;

/** The lines of rosters, as a scope shows them. */
@Injectable()
export class LineRepository {
  constructor(private readonly cells: LineCells) {}

  /** In the order in which they were entered, after the one given; at most `limit`. One statement. */
  async page(tx: Tx, scope: Scope, declarationId: string, number: number, after: string | null, limit: number): Promise<readonly RosterLine[]> {
    const params: unknown[] = [declarationId, number, limit];
    const conditions = ['d.id = $1', 'v.number = $2', withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`l.id > $${params.push(after)}::bigint`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY l.id LIMIT $3`, params) as LineRow[];
    return rows.map((row) => this.opened(row));
  }

  async find(tx: Tx, scope: Scope, declarationId: string, number: number, id: string): Promise<RosterLine | null> {
    if (!/^\d{1,18}$/.test(id)) return null;
    const params: unknown[] = [declarationId, number, id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND v.number = $2 AND l.id = $3::bigint AND ${withinScope(scope, declarationScope, params)}`, params) as LineRow[];
    return row ? this.opened(row) : null;
  }

  /** Some lines of a version, in the order in which they were entered. */
  async byIds(tx: Tx, scope: Scope, versionId: string, ids: readonly string[]): Promise<readonly RosterLine[]> {
    const params: unknown[] = [versionId, ids];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE v.id = $1 AND l.id = ANY ($2::bigint[]) AND ${withinScope(scope, declarationScope, params)} ORDER BY l.id`, params) as LineRow[];
    return rows.map((row) => this.opened(row));
  }

  async sums(tx: Tx, scope: Scope, declarationId: string, number: number): Promise<VersionSums> {
    const params: unknown[] = [declarationId, number];
    const sum = (what: string, condition: string): string => `coalesce(sum(${what}) FILTER (WHERE ${condition}), 0)::int`;
    const people = (condition: string): string => `(count(DISTINCT l.registry_person_id) FILTER (WHERE ${condition}))::int`;
    const here = `l.counts <> 'out'`;
    const [row] = await tx.query(
      `SELECT count(*)::int AS lines, ${people('true')} AS people, ${people(`${here} AND l.counted_months > 0`)} AS "peopleCounted", ${people(`${here} AND l.certain_months > 0`)} AS "peopleCertain",
         ${sum('bit_count(l.months::integer::bit(12))', 'true')} AS months,
         ${sum('l.counted_months', 'true')} AS "countedMonths", ${sum('l.counted_months - l.certain_months', 'true')} AS "provisionalMonths",
         ${sum('l.weighted_months', here)} AS weighted, ${sum('l.counted_months', `l.counts = 'in'`)} AS "dispatchedIn", ${sum('l.counted_months', `l.counts = 'out'`)} AS "dispatchedOut",
         ${sum('l.certain_weighted', here)} AS "certainWeighted", ${sum('l.certain_months', `l.counts = 'in'`)} AS "certainIn", ${sum('l.certain_months', `l.counts = 'out'`)} AS "certainOut"
       FROM ${FROM} WHERE d.id = $1 AND v.number = $2 AND ${withinScope(scope, declarationScope, params)}`,
      params,
    ) as VersionSums[];
    return row as VersionSums;
  }

  /** Whether another line of the version claims one of the months for the person. The version was found within the scope. */
  async claims(tx: Tx, _scope: Scope, versionId: string, registryPersonId: string, months: number, except: string | null): Promise<boolean> {
    const rows = await tx.query(
      'SELECT FROM roster_line WHERE version_id = $1 AND registry_person_id = $2 AND months & $3::smallint <> 0 AND ($4::bigint IS NULL OR id <> $4::bigint) LIMIT 1',
      [versionId, registryPersonId, months, except],
    ) as unknown[];
    return rows.length > 0;
  }

  async setSums(tx: Tx, _scope: Scope, versionId: string, lines: readonly { readonly id: string; readonly sums: VerdictSums }[]): Promise<void> {
    if (lines.length === 0) return;
    const column = (key: keyof VerdictSums): number[] => lines.map(({ sums }) => sums[key]);
    await tx.query(
      `UPDATE roster_line AS l SET counted_months = n.counted, weighted_months = n.weighted, certain_months = n.certain, certain_weighted = n.certain_weighted
       FROM unnest($2::bigint[], $3::smallint[], $4::smallint[], $5::smallint[], $6::smallint[]) AS n (id, counted, weighted, certain, certain_weighted) WHERE l.id = n.id AND l.version_id = $1`,
      [versionId, lines.map(({ id }) => id), column('counted'), column('weighted'), column('certain'), column('certainWeighted')],
    );
  }

  /** The version was found within the scope. @returns the line's id */
  async add(tx: Tx, _scope: Scope, versionId: string, line: NewLine): Promise<string> {
    const [id = ''] = await nextLineIds(tx, 1);
    const cells = this.cells.cells(id, line);
    await tx.query(`INSERT INTO roster_line (id, version_id, ${LINE_COLUMNS.join(', ')}) VALUES ($1, $2, ${cells.map((_, at) => `$${at + 3}`).join(', ')})`, [id, versionId, ...cells]);
    return id;
  }

  async addAll(tx: Tx, _scope: Scope, versionId: string, lines: readonly NewLine[]): Promise<void> {
    if (lines.length === 0) return;
    const ids = await nextLineIds(tx, lines.length);
    await copyRows(tx, 'roster_line', ['id', 'version_id', ...LINE_COLUMNS], lines.map((line, at) => {
      const id = ids[at] as string;
      return [id, versionId, ...this.cells.cells(id, line)];
    }));
  }

  async change(tx: Tx, _scope: Scope, versionId: string, id: string, line: NewLine): Promise<void> {
    const cells = this.cells.cells(id, line);
    await tx.query(`UPDATE roster_line SET ${LINE_COLUMNS.map((column, at) => `${column} = $${at + 3}`).join(', ')} WHERE id = $1 AND version_id = $2`, [id, versionId, ...cells]);
  }

  async remove(tx: Tx, _scope: Scope, versionId: string, id: string): Promise<void> {
    await tx.query('DELETE FROM roster_line WHERE id = $1 AND version_id = $2', [id, versionId]);
  }

  /** Every line of one version again in another; sealed cells are sealed for their new rows. */
  async copyAll(tx: Tx, _scope: Scope, from: string, to: string): Promise<void> {
    for (let after = '0'; ;) {
      const rows = await tx.query(`SELECT ${COLUMNS} FROM roster_line AS l WHERE l.version_id = $1 AND l.id > $2::bigint ORDER BY l.id LIMIT ${COPIED_AT_ONCE}`, [from, after]) as LineRow[];
      if (rows.length === 0) return;
      const ids = await nextLineIds(tx, rows.length);
      const moved = rows.map((row, at) => this.cells.moved(row, ids[at] as string));
      const kept = LINE_COLUMNS.filter((column) => !['name', 'certificate', 'post'].includes(column)).join(', ');
      await tx.query(
        `INSERT INTO roster_line (id, version_id, name, certificate, post, ${kept})
         SELECT m.id, $2, m.name, m.certificate, m.post, ${kept.split(', ').map((column) => `l.${column}`).join(', ')}
         FROM unnest($3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[]) AS m (id, old, name, certificate, post) JOIN roster_line AS l ON l.id = m.old AND l.version_id = $1`,
        [from, to, ids, rows.map(({ id }) => id), moved.map(({ name }) => name), moved.map(({ certificate }) => certificate), moved.map(({ post }) => post)],
      );
      after = (rows.at(-1) as LineRow).id;
    }
  }

  private opened(row: LineRow): RosterLine {
    return {
      ...this.cells.open(row), id: row.id, registryPersonId: row.registry_person_id, source: row.source, sourceRow: row.source_row,
      sums: { counted: row.counted_months, weighted: row.weighted_months, certain: row.certain_months, certainWeighted: row.certain_weighted },
    };
  }
}

/** Ids of lines that are about to be written: what is sealed is bound to them. */
export async function nextLineIds(tx: Tx, count: number): Promise<readonly string[]> {
  const rows = await tx.query(`SELECT nextval(pg_get_serial_sequence('roster_line', 'id'))::text AS id FROM generate_series(1, $1)`, [count]) as { id: string }[];
  return rows.map(({ id }) => id);
}
