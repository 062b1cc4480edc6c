import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { Contested, DecisionReason } from '../domain/line-decision.js';

export type LineDecision = { readonly lineId: string; readonly months: number; readonly reason: DecisionReason; readonly words: string | null; readonly together: boolean; readonly decidedBy: string; readonly decidedAt: Date };

/** One line in the list of a check. */
export type CheckedLine = {
  readonly lineId: string; readonly registryPersonId: string; readonly claimed: number; readonly isClear: boolean; readonly decision: LineDecision | null;
  readonly contested: Contested; readonly conflictId: string | null; /** Papers that were handed in for the person. */ readonly papers: number;
};

/** What the decisions of a version add up to. */
export type DecisionSums = {
  readonly lines: number; readonly clear: number; readonly decided: number; /** Clear lines without a decision. */ readonly clearOpen: number;
  readonly claimedMonths: number; readonly countedMonths: number; /** Σ weights of months that count here. */ readonly weighted: number;
  readonly dispatchedIn: number; readonly dispatchedOut: number; readonly peopleCounted: number; readonly refusedLines: number;
  /** Lines with months that count although somebody else's claim stands against them by now. */
  readonly conflicting: number;
};

/** Person-months that count here, by line. */
export type CountedLine = {
  readonly lineId: string; readonly registryPersonId: string; readonly months: number; readonly doubled: number;
  /** On the employer's own staff, not dispatched to it. */
  readonly isOwn: boolean; readonly contractKind: 'establishment' | 'contract' | null; readonly contractStart: LocalDate; readonly contractEnd: LocalDate | null; readonly postCategory: 'management' | 'worker' | null; readonly wage: string | null;
};

export const lineFilters = ['undecided', 'doubtful', 'refused', 'all'] as const;
export type LineFilter = (typeof lineFilters)[number];

const wordsOf = (rowId: string) => ({ table: 'line_decision', column: 'words', rowId });

/** Months of the line `l` that somebody else claims too: not settled, and settled for another employer. A line that gives months away loses none. */
const CONTESTED = `LEFT JOIN LATERAL (
    SELECT min(k.id::text) AS conflict_id, bit_or(CASE WHEN k.state = 'open' THEN k.overlapping | k.unagreed ELSE 0 END) & l.months AS open,
      bit_or(CASE WHEN k.state = 'settled' AND l.counts <> 'out' THEN (k.overlapping | k.unagreed) & ~coalesce(s.awarded, 0) ELSE 0 END) & l.months AS lost
    FROM claim_conflict AS k JOIN claim_conflict_side AS s ON s.conflict_id = k.id WHERE s.declaration_id = d.id AND k.registry_person_id = l.registry_person_id AND k.state <> 'gone'
  ) AS x ON true`;
const FROM = `declaration AS d JOIN filing_version AS v ON v.declaration_id = d.id JOIN roster_line AS l ON l.version_id = v.id LEFT JOIN line_comparison AS c ON c.line_id = l.id LEFT JOIN line_decision AS n ON n.line_id = l.id ${CONTESTED}`;
/** As the comparison says (`isClear`), and nobody else claims the months. */
const CLEAR = `(coalesce(c.counted = l.months AND c.paper = 0 AND c.notes = '[]'::jsonb, false) AND coalesce(x.open | x.lost, 0) = 0)`;
const FILTERS: Readonly<Record<LineFilter, string>> = { undecided: 'n.line_id IS NULL', doubtful: `NOT ${CLEAR}`, refused: 'n.months <> l.months', all: 'true' };

type Row = {
  line_id: string; person: string; claimed: number; is_clear: boolean; open: number | null; lost: number | null; conflict_id: string | null; papers: number;
  months: number | null; reason: DecisionReason | null; words: string | null; together: boolean | null; decided_by: string | null; decided_at: Date | null;
};
const COLUMNS = `l.id::text AS line_id, l.registry_person_id::text AS person, l.months AS claimed, ${CLEAR} AS is_clear, x.open, x.lost, x.conflict_id, n.months, n.reason, n.words, n.together, n.decided_by, n.decided_at,
  (SELECT count(*)::int FROM review_file AS f WHERE f.declaration_id = d.id AND f.registry_person_id = l.registry_person_id AND f.kind = 'paper' AND f.removed_at IS NULL) AS papers`;

/** Decisions of lines, as a scope shows them. Writers have locked the declaration within the scope. */
@Injectable()
export class DecisionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** Lines of a version in the order of the roster, after the one given; at most `limit`. One statement. */
  async lines(tx: Tx, scope: Scope, declarationId: string, number: number, filter: LineFilter, after: string | null, limit: number): Promise<readonly CheckedLine[]> {
    const params: unknown[] = [declarationId, number, limit];
    const conditions = ['d.id = $1', 'v.number = $2', FILTERS[filter], withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`l.id > $${params.push(after)}::bigint`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY l.id LIMIT $3`, params) as Row[];
    return rows.map((row) => this.opened(row));
  }

  async line(tx: Tx, scope: Scope, declarationId: string, number: number, lineId: string): Promise<CheckedLine | null> {
    if (!/^\d{1,18}$/.test(lineId)) return null;
    const params: unknown[] = [declarationId, number, lineId];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND v.number = $2 AND l.id = $3::bigint AND ${withinScope(scope, declarationScope, params)}`, params) as Row[];
    return row ? this.opened(row) : null;
  }

  /** Lines of these people in a version. One statement. */
  async ofPersons(tx: Tx, scope: Scope, declarationId: string, number: number, persons: readonly string[]): Promise<readonly CheckedLine[]> {
    const params: unknown[] = [declarationId, number, persons];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND v.number = $2 AND l.registry_person_id = ANY ($3::bigint[]) AND ${withinScope(scope, declarationScope, params)} ORDER BY l.id`, params) as Row[];
    return rows.map((row) => this.opened(row));
  }

  /** One statement. */
  async sums(tx: Tx, scope: Scope, declarationId: string, number: number): Promise<DecisionSums> {
    const params: unknown[] = [declarationId, number];
    const bits = (mask: string): string => `bit_count((${mask})::integer::bit(12))`;
    const total = (what: string, condition: string): string => `coalesce(sum(${what}) FILTER (WHERE ${condition}), 0)::int`;
    const [row] = await tx.query(
      `SELECT count(*)::int AS lines, (count(*) FILTER (WHERE ${CLEAR}))::int AS clear, count(n.line_id)::int AS decided, (count(*) FILTER (WHERE ${CLEAR} AND n.line_id IS NULL))::int AS "clearOpen",
         ${total(bits('l.months'), 'true')} AS "claimedMonths", ${total(bits('n.months'), 'true')} AS "countedMonths",
         ${total(`${bits('n.months')} + ${bits('n.months & coalesce(c.doubled, 0)')}`, `l.counts <> 'out'`)} AS weighted,
         ${total(bits('n.months'), `l.counts = 'in'`)} AS "dispatchedIn", ${total(bits('n.months'), `l.counts = 'out'`)} AS "dispatchedOut",
         (count(DISTINCT l.registry_person_id) FILTER (WHERE l.counts <> 'out' AND n.months > 0))::int AS "peopleCounted", (count(*) FILTER (WHERE n.months <> l.months))::int AS "refusedLines",
         (count(*) FILTER (WHERE n.months & coalesce(x.open | x.lost, 0) <> 0))::int AS conflicting
       FROM ${FROM} WHERE d.id = $1 AND v.number = $2 AND ${withinScope(scope, declarationScope, params)}`, params,
    ) as DecisionSums[];
    return row as DecisionSums;
  }

  /** Every clear line without a decision. @returns how many were decided */
  async decideClear(tx: Tx, scope: Scope, declarationId: string, number: number, by: string, at: Date): Promise<number> {
    const params: unknown[] = [declarationId, number, by, at];
    const rows = await tx.query(
      `INSERT INTO line_decision (line_id, version_id, months, reason, together, decided_by, decided_at)
       SELECT l.id, v.id, l.months, 'clear', true, $3::uuid, $4::timestamptz FROM ${FROM} WHERE d.id = $1 AND v.number = $2 AND n.line_id IS NULL AND ${CLEAR} AND ${withinScope(scope, declarationScope, params)} RETURNING 1`, params,
    ) as unknown[];
    return rows.length;
  }

  async decide(tx: Tx, _scope: Scope, versionId: string, { lineId, months, reason, words, decidedBy, decidedAt }: Omit<LineDecision, 'together'>): Promise<void> {
    await tx.query(
      `INSERT INTO line_decision (line_id, version_id, months, reason, words, together, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, false, $6, $7)
       ON CONFLICT (line_id) DO UPDATE SET months = excluded.months, reason = excluded.reason, words = excluded.words, together = false, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [lineId, versionId, months, reason, words === null ? null : this.cipher.seal(words, wordsOf(lineId)), decidedBy, decidedAt],
    );
  }

  /** Whether somebody decided a line of the version: such a person does not check it a second time. */
  async decidedBy(tx: Tx, _scope: Scope, versionId: string, accountId: string): Promise<boolean> {
    return (await tx.query('SELECT FROM line_decision WHERE version_id = $1 AND decided_by = $2 LIMIT 1', [versionId, accountId]) as unknown[]).length > 0;
  }

  /** Decisions of a version that are carried into the next, where the same person with the same contract stands in both. Lines of `except` are decided anew. */
  async carry(tx: Tx, _scope: Scope, from: string, to: string, except: readonly string[]): Promise<void> {
    const rows = await tx.query(
      `SELECT o.id::text AS old, w.id::text AS id, n.words FROM roster_line AS o JOIN line_decision AS n ON n.line_id = o.id JOIN roster_line AS w ON w.version_id = $2 AND w.registry_person_id = o.registry_person_id AND w.contract_start = o.contract_start
       WHERE o.version_id = $1 AND o.id <> ALL ($3::bigint[])`, [from, to, except],
    ) as { old: string; id: string; words: string | null }[];
    const words = rows.map(({ old, id, words: sealed }) => (sealed === null ? null : this.cipher.seal(this.cipher.open(sealed, wordsOf(old)), wordsOf(id))));
    await tx.query(
      `INSERT INTO line_decision (line_id, version_id, months, reason, words, together, decided_by, decided_at)
       SELECT m.id, $1::uuid, n.months, n.reason, m.words, n.together, n.decided_by, n.decided_at FROM unnest($2::bigint[], $3::bigint[], $4::text[]) AS m (id, old, words) JOIN line_decision AS n ON n.line_id = m.old`,
      [to, rows.map(({ id }) => id), rows.map(({ old }) => old), words],
    );
  }

  /** What registers said stays as it was for a version that the federation wrote itself. */
  async carryComparison(tx: Tx, _scope: Scope, from: string, to: string): Promise<void> {
    const columns = 'counted, provisional, doubled, paper, insured, contracted, groups, sources, notes, compared_at';
    await tx.query(
      `INSERT INTO line_comparison (line_id, version_id, ${columns}) SELECT w.id, $2::uuid, ${columns.split(', ').map((column) => `c.${column}`).join(', ')}
       FROM line_comparison AS c JOIN roster_line AS o ON o.id = c.line_id JOIN roster_line AS w ON w.version_id = $2::uuid AND w.registry_person_id = o.registry_person_id AND w.contract_start = o.contract_start WHERE c.version_id = $1`, [from, to],
    );
    await tx.query('INSERT INTO version_comparison (version_id, lines, doubtful, paper, months, counted_months, compared_at) SELECT $2::uuid, lines, doubtful, paper, months, counted_months, compared_at FROM version_comparison WHERE version_id = $1', [from, to]);
  }

  /** Lines of which months count here, after the one given; at most `limit`. */
  async counted(tx: Tx, scope: Scope, declarationId: string, number: number, after: string, limit: number): Promise<readonly CountedLine[]> {
    const params: unknown[] = [declarationId, number, after, limit];
    return await tx.query(
      `SELECT l.id::text AS "lineId", l.registry_person_id::text AS "registryPersonId", n.months, coalesce(c.doubled, 0) AS doubled, l.counts = 'own' AS "isOwn", l.contract_kind AS "contractKind",
         l.contract_start AS "contractStart", l.contract_end AS "contractEnd", l.post_category AS "postCategory", l.wage::text AS wage
       FROM declaration AS d JOIN filing_version AS v ON v.declaration_id = d.id JOIN roster_line AS l ON l.version_id = v.id JOIN line_decision AS n ON n.line_id = l.id LEFT JOIN line_comparison AS c ON c.line_id = l.id
       WHERE d.id = $1 AND v.number = $2 AND l.id > $3::bigint AND n.months > 0 AND l.counts <> 'out' AND ${withinScope(scope, declarationScope, params)} ORDER BY l.id LIMIT $4`, params,
    ) as CountedLine[];
  }

  private opened(row: Row): CheckedLine {
    return {
      lineId: row.line_id, registryPersonId: row.person, claimed: row.claimed, isClear: row.is_clear, contested: { open: row.open ?? 0, lost: row.lost ?? 0 }, conflictId: row.conflict_id, papers: row.papers,
      decision: row.reason === null ? null : {
        lineId: row.line_id, months: row.months ?? 0, reason: row.reason, words: row.words === null ? null : this.cipher.open(row.words, wordsOf(row.line_id)), together: row.together ?? false,
        decidedBy: row.decided_by ?? '', decidedAt: row.decided_at ?? new Date(0),
      },
    };
  }
}
