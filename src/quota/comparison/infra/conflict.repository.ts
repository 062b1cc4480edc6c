import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { Claim, Conflict, ConflictSide } from '../domain/conflict.js';
import type { Standing } from '../domain/reconcile.js';
import { CLAIMED_VERSION, CODES, DECIDED, UNDECIDED } from './claimed-version.js';

/** All that is claimed of one person in one year. */
export type PersonClaims = { readonly person: string; readonly claims: readonly Claim[] };

/** A conflict as it stands, for the comparison. */
export type KnownConflict = { readonly id: string; readonly person: string; readonly overlapping: number; readonly unagreed: number; readonly state: Standing['state']; readonly sides: Standing['sides'] };

export type ConflictChange = { readonly id: string; readonly person: string; readonly conflict: Conflict };

type ClaimRow = { person: string; uscc: string; codes: string[]; declaration_id: string; here: number | null; agreements: { d: 'in' | 'out'; u: string | null; m: number }[] | null; counted: number | null; insured: number | null; contracted: number | null; decided: boolean };

/**
 * What each employer says of each person, and what determinations have counted. Conflicts cross every border of regions, so the
 * claims of the whole country are looked at, and nothing of them leaves but masks and codes.
 *
 * A filing that was decided claims nothing beyond what was counted, and stands by its agreements: the other unit may be decided
 * later. The national platform tells how many months it counted and not which: those that the filing's own list claims here, or,
 * where that list claims fewer, any of the year.
 */
const CLAIMS = `
  claim AS (
    SELECT l.registry_person_id AS person, e.id AS employer_id, e.uscc, d.id AS declaration_id, d.state <> ALL ($2) AS decided, bit_or(l.months) FILTER (WHERE l.counts <> 'out' AND d.state = ANY ($2)) AS here,
      jsonb_agg(jsonb_build_object('d', l.counts, 'u', l.other_uscc, 'm', l.months)) FILTER (WHERE l.counts <> 'own') AS agreements,
      bit_or(c.insured) AS insured, bit_or(c.contracted) AS contracted
    FROM declaration AS d JOIN employer AS e ON e.id = d.employer_id ${CLAIMED_VERSION}
    JOIN roster_line AS l ON l.version_id = v.id LEFT JOIN line_comparison AS c ON c.line_id = l.id
    WHERE d.base_year = $1 AND d.state = ANY ($2::text[] || '{determined,corrected,objected,archived}') AND (d.state = ANY ($2) OR l.counts <> 'own' AND ${DECIDED}) AND FILINGS AND PERSONS
    GROUP BY l.registry_person_id, e.id, d.id
  ), counted AS (
    SELECT person, e.id AS employer_id, e.uscc, declaration_id, bit_or(months) AS counted FROM (
      SELECT m.registry_person_id AS person, m.employer_id, m.declaration_id, 1 << (m.month % 100 - 1) AS months FROM counted_person_month AS m WHERE m.month BETWEEN $1 * 100 + 1 AND $1 * 100 + 12 AND COUNTED
      UNION ALL SELECT p.registry_person_id, d.employer_id, d.id, CASE WHEN bit_count(own.months::bit(12)) >= coalesce(p.counted_months, 1) THEN own.months ELSE 4095 END
      FROM platform_line AS p JOIN declaration AS d ON d.id = p.declaration_id
      CROSS JOIN LATERAL (SELECT coalesce(bit_or(l.months), 0)::integer AS months FROM filing_version AS v JOIN roster_line AS l ON l.version_id = v.id
        WHERE v.declaration_id = d.id AND v.number = d.current_version AND l.registry_person_id = p.registry_person_id AND l.counts <> 'out') AS own
      WHERE d.base_year = $1 AND p.result = 'counted' AND p.counted_months IS DISTINCT FROM 0 AND IMPORTED
    ) AS m JOIN employer AS e ON e.id = m.employer_id GROUP BY person, e.id, declaration_id
  ), told AS (
    SELECT coalesce(a.person, b.person) AS person, coalesce(a.employer_id, b.employer_id) AS employer_id, coalesce(a.uscc, b.uscc) AS uscc, coalesce(a.declaration_id, b.declaration_id) AS declaration_id, a.here, a.agreements, b.counted, a.insured, a.contracted,
      coalesce(a.decided, true) AS decided,
      count(*) OVER (PARTITION BY coalesce(a.person, b.person)) > 1 AS several, bool_or(a.agreements IS NOT NULL AND NOT a.decided) OVER (PARTITION BY coalesce(a.person, b.person)) AS dispatched
    FROM claim AS a FULL JOIN counted AS b ON b.person = a.person AND b.employer_id = a.employer_id
  )`;

const SIDE = ['claimed', 'counted', 'given_away', 'insured', 'contracted'] as const;

/** Claims and the conflicts between them. */
@Injectable()
export class ConflictRepository {
  /** People of a year whose claims can contradict each other, or who were in a conflict before. @param persons null for everybody */
  async claims(tx: Tx, _scope: Scope, baseYear: number, persons: readonly string[] | null): Promise<readonly PersonClaims[]> {
    const params: unknown[] = [baseYear, UNDECIDED];
    if (persons !== null) params.push(persons);
    const ofPersons = (table: string): string => (persons === null ? 'true' : `${table}.registry_person_id = ANY ($3::bigint[])`);
    // From the people on: a filing that names none of them has not to be looked at.
    const filings = persons === null ? 'true' : `d.id IN (SELECT w.declaration_id FROM roster_line AS x JOIN filing_version AS w ON w.id = x.version_id WHERE ${ofPersons('x')})`;
    const sql = CLAIMS.replace('FILINGS', filings).replace('PERSONS', ofPersons('l')).replace('COUNTED', ofPersons('m')).replace('IMPORTED', ofPersons('p'));
    const rows = await tx.query(
      `WITH ${sql} SELECT person::text, uscc, ${CODES} AS codes, declaration_id, here, agreements, counted, insured, contracted, decided FROM told JOIN employer_as_one AS one ON one.id = told.employer_id
       WHERE several OR dispatched OR EXISTS (SELECT FROM claim_conflict AS k WHERE k.registry_person_id = told.person AND k.base_year = $1) ORDER BY told.person, uscc`, params,
    ) as ClaimRow[];
    const found = new Map<string, Claim[]>();
    for (const row of rows) {
      const claims = found.get(row.person) ?? [];
      found.set(row.person, claims);
      claims.push(claimOf(row));
    }
    return [...found].map(([person, claims]) => ({ person, claims }));
  }

  /** People whom a filing claims, or with whom it has a conflict. */
  async personsOf(tx: Tx, scope: Scope, declarationId: string): Promise<readonly string[]> {
    const params: unknown[] = [declarationId];
    const rows = await tx.query(
      `SELECT DISTINCT l.registry_person_id::text AS person FROM declaration AS d ${CLAIMED_VERSION} JOIN roster_line AS l ON l.version_id = v.id WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)}
       UNION SELECT k.registry_person_id::text FROM claim_conflict AS k JOIN claim_conflict_side AS s ON s.conflict_id = k.id WHERE s.declaration_id = $1`, params,
    ) as { person: string }[];
    return rows.map(({ person }) => person);
  }

  /** The conflicts of these people, kept until the transaction ends. @param persons null for everybody */
  async known(tx: Tx, _scope: Scope, baseYear: number, persons: readonly string[] | null): Promise<readonly KnownConflict[]> {
    const rows = await tx.query(
      `SELECT k.id, k.registry_person_id::text AS person, k.overlapping, k.unagreed, k.state FROM claim_conflict AS k
       WHERE k.base_year = $1 AND ($2::bigint[] IS NULL OR k.registry_person_id = ANY ($2)) ORDER BY k.id FOR UPDATE`, [baseYear, persons],
    ) as Omit<KnownConflict, 'sides'>[];
    const sides = await this.sides(tx, _scope, rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, sides: sides.get(row.id) ?? [] }));
  }

  async sides(tx: Tx, _scope: Scope, conflictIds: readonly string[]): Promise<ReadonlyMap<string, readonly (ConflictSide & { readonly awarded: number | null })[]>> {
    const rows = await tx.query(
      `SELECT conflict_id, uscc, declaration_id AS "declarationId", claimed, counted, given_away AS "givenAway", insured, contracted, awarded FROM claim_conflict_side WHERE conflict_id = ANY ($1::uuid[]) ORDER BY conflict_id, uscc`, [conflictIds],
    ) as (ConflictSide & { conflict_id: string; awarded: number | null })[];
    const found = new Map<string, (ConflictSide & { awarded: number | null })[]>();
    for (const { conflict_id: id, ...side } of rows) found.set(id, [...(found.get(id) ?? []), side]);
    return found;
  }

  /** New conflicts, and known ones that stand open (again) with other months or sides. */
  async write(tx: Tx, _scope: Scope, baseYear: number, changes: readonly ConflictChange[], at: Date): Promise<void> {
    if (changes.length === 0) return;
    // Two filings that claim one person may be compared in the same moment: the later one meets the row of the earlier, and goes on with it.
    const kept = await tx.query(
      `INSERT INTO claim_conflict AS old (id, registry_person_id, base_year, overlapping, unagreed, state, found_at)
       SELECT id, person, $2, overlapping, unagreed, 'open', $6 FROM unnest($1::uuid[], $3::bigint[], $4::smallint[], $5::smallint[]) AS v (id, person, overlapping, unagreed) ORDER BY person
       ON CONFLICT (registry_person_id, base_year) DO UPDATE SET overlapping = excluded.overlapping, unagreed = excluded.unagreed, state = 'open', settled_at = NULL, settled_by = NULL, reason = NULL, words = NULL, version = old.version + 1
       RETURNING id, registry_person_id::text AS person`,
      [changes.map(({ id }) => id), baseYear, changes.map(({ person }) => person), changes.map(({ conflict }) => conflict.overlapping), changes.map(({ conflict }) => conflict.unagreed), at],
    ) as { id: string; person: string }[];
    const idOf = new Map(kept.map(({ id, person }) => [person, id]));
    await this.writeSides(tx, _scope, changes.map(({ id, person, conflict }) => ({ id: idOf.get(person) ?? id, conflict })));
  }

  /** What each side can show may change while the conflict stays as it was settled. */
  async writeSides(tx: Tx, _scope: Scope, changes: readonly Pick<ConflictChange, 'id' | 'conflict'>[]): Promise<void> {
    const sides = changes.flatMap(({ id, conflict }) => conflict.sides.map((side) => ({ id, side })));
    await tx.query('DELETE FROM claim_conflict_side WHERE conflict_id = ANY ($1::uuid[]) AND (conflict_id, uscc) NOT IN (SELECT * FROM unnest($2::uuid[], $3::text[]))', [changes.map(({ id }) => id), sides.map(({ id }) => id), sides.map(({ side }) => side.uscc)]);
    await tx.query(
      `INSERT INTO claim_conflict_side AS old (conflict_id, uscc, declaration_id, ${SIDE.join(', ')})
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::smallint[], $5::smallint[], $6::smallint[], $7::smallint[], $8::smallint[])
       ON CONFLICT (conflict_id, uscc) DO UPDATE SET declaration_id = excluded.declaration_id, ${SIDE.map((column) => `${column} = excluded.${column}`).join(', ')},
         awarded = CASE WHEN (SELECT state FROM claim_conflict AS k WHERE k.id = old.conflict_id) = 'settled' THEN old.awarded END`,
      [sides.map(({ id }) => id), sides.map(({ side }) => side.uscc), sides.map(({ side }) => side.declarationId), ...(['claimed', 'counted', 'givenAway', 'insured', 'contracted'] as const).map((key) => sides.map(({ side }) => side[key]))],
    );
  }

  /** The registered employers of these credit codes, a branch's and a merged employer's own included. */
  async units(tx: Tx, _scope: Scope, usccs: readonly string[]): Promise<readonly { readonly id: string; readonly name: string; readonly uscc: string }[]> {
    return await tx.query('SELECT o.id, o.name, c.uscc FROM employer_by_code AS c JOIN organisation AS o ON o.id = c.employer_id WHERE c.uscc = ANY ($1::text[]) ORDER BY c.uscc', [usccs]) as { id: string; name: string; uscc: string }[];
  }

  /** Nobody contradicts anybody any more, before anybody settled it or after whoever it was settled for gave it up. */
  async vanish(tx: Tx, _scope: Scope, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`UPDATE claim_conflict SET state = 'gone', settled_at = NULL, settled_by = NULL, reason = NULL, words = NULL, version = version + 1 WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  /** How much of each filing a person must look at: doubtful lines, open conflicts, open signals. */
  async doubts(tx: Tx, scope: Scope, declarationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const params: unknown[] = [declarationIds];
    // Counted where they stand and added up: a look for each filing would go through all open conflicts for each of them.
    const rows = await tx.query(
      `SELECT id, least(32767, sum(doubt))::int AS doubt FROM (
         SELECT d.id, coalesce(c.doubtful, 0) AS doubt, true AS asked FROM declaration AS d ${CLAIMED_VERSION} LEFT JOIN version_comparison AS c ON c.version_id = v.id WHERE d.id = ANY ($1::uuid[]) AND ${withinScope(scope, declarationScope, params)}
         UNION ALL SELECT s.declaration_id, 1, NULL FROM claim_conflict AS k JOIN claim_conflict_side AS s ON s.conflict_id = k.id WHERE k.state = 'open' AND s.declaration_id = ANY ($1)
         UNION ALL SELECT g.declaration_id, 1, NULL FROM claim_signal AS g WHERE g.state = 'open' AND g.declaration_id = ANY ($1)
       ) AS counted GROUP BY id HAVING bool_or(asked)`, params,
    ) as { id: string; doubt: number }[];
    return new Map(rows.map(({ id, doubt }) => [id, doubt]));
  }
}

const claimOf = (row: ClaimRow): Claim => ({
  uscc: row.uscc, codes: row.codes, declarationId: row.declaration_id, here: row.here ?? 0, counted: row.counted ?? 0, insured: row.insured ?? 0, contracted: row.contracted ?? 0, isDecided: row.decided,
  agreements: (row.agreements ?? []).flatMap(({ d, u, m }) => (u === null ? [] : [{ direction: d, otherUscc: u, months: m }])),
});

export const newConflictId = (): string => randomUUID();
