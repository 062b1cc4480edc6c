import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';

export const duplicateReasons = ['organisation_code', 'name_and_region', 'by_hand'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];
export const duplicateStates = ['proposed', 'merged', 'different'] as const;
export type DuplicateState = (typeof duplicateStates)[number];

export type DuplicateSide = { readonly id: string; readonly uscc: string; readonly name: string; readonly regionCode: string; readonly status: string };

/** Two employers that may be one. */
export type Duplicate = {
  readonly id: string;
  readonly one: DuplicateSide;
  readonly other: DuplicateSide;
  readonly reason: DuplicateReason;
  readonly state: DuplicateState;
  readonly foundAt: Date;
};

export type Merging = { readonly id: string; readonly sourceId: string; readonly targetId: string; readonly sourceName: string; readonly targetName: string; readonly mergedAt: Date; readonly undoneAt: Date | null };

type Row = {
  id: string; reason: DuplicateReason; state: DuplicateState; found_at: Date; one_id: string; one_uscc: string; one_name: string; one_region: string; one_status: string;
  other_id: string; other_uscc: string; other_name: string; other_region: string; other_status: string;
};

/** Names that so many share say nothing: 某某小吃店. */
const MOST_OF_ONE_NAME = 5;

const COLUMNS = `d.id, d.reason, d.state, d.found_at, d.one_id, e1.uscc AS one_uscc, o1.name AS one_name, o1.region_code AS one_region, e1.status AS one_status,
  d.other_id, e2.uscc AS other_uscc, o2.name AS other_name, o2.region_code AS other_region, e2.status AS other_status`;
const FROM = `employer_duplicate AS d JOIN employer AS e1 ON e1.id = d.one_id JOIN organisation AS o1 ON o1.id = d.one_id JOIN employer AS e2 ON e2.id = d.other_id JOIN organisation AS o2 ON o2.id = d.other_id`;

/** Employers that may be one, and mergings. Whoever decides on a pair has both in the scope. */
@Injectable()
export class DuplicatesRepository {
  /** Proposes pairs with the same organisation code in different credit codes, or the same name in the same county. A pair that was decided stays decided. @returns how many are new */
  async propose(tx: Tx, _scope: Scope, at: Date): Promise<number> {
    const live = `status <> 'refused' AND merged_into IS NULL`;
    const pairs = await tx.query(
      `WITH live AS (SELECT id, uscc, kind, name_key, left(coalesce(tax_region_code, (SELECT region_code FROM organisation AS o WHERE o.id = employer.id)), 6) AS county FROM employer WHERE ${live}),
         named AS (SELECT name_key, county FROM live WHERE name_key IS NOT NULL AND kind <> 'sole_trader' GROUP BY name_key, county HAVING count(*) BETWEEN 2 AND ${MOST_OF_ONE_NAME}),
         pairs AS (SELECT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other, 'organisation_code' AS reason FROM live AS a JOIN live AS b ON substr(b.uscc, 9, 9) = substr(a.uscc, 9, 9) AND b.id > a.id
           UNION ALL SELECT least(a.id, b.id), greatest(a.id, b.id), 'name_and_region' FROM named AS n JOIN live AS a USING (name_key, county) JOIN live AS b ON b.name_key = a.name_key AND b.county = a.county AND b.id > a.id
             WHERE a.kind <> 'sole_trader' AND b.kind <> 'sole_trader')
       SELECT DISTINCT ON (one, other) one, other, reason FROM pairs AS p WHERE NOT EXISTS (SELECT FROM employer_duplicate AS d WHERE d.one_id = p.one AND d.other_id = p.other) ORDER BY one, other, reason DESC`,
    ) as { one: string; other: string; reason: DuplicateReason }[];
    if (pairs.length === 0) return 0;
    await tx.query(
      'INSERT INTO employer_duplicate (id, one_id, other_id, reason, found_at) SELECT v.id, v.one, v.other, v.reason, $5 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) AS v (id, one, other, reason) ON CONFLICT DO NOTHING',
      [pairs.map(() => randomUUID()), pairs.map(({ one }) => one), pairs.map(({ other }) => other), pairs.map(({ reason }) => reason), at],
    );
    return pairs.length;
  }

  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, state: DuplicateState, after: readonly [Date, string] | null, limit: number): Promise<readonly Duplicate[]> {
    const params: unknown[] = [state, limit];
    const conditions = ['d.state = $1', ...bothIn(scope, params)];
    if (after !== null) conditions.push(`(d.found_at, d.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY d.found_at DESC, d.id DESC LIMIT $2`, params) as Row[];
    return rows.map(fromRow);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<Duplicate | null> {
    return this.one(tx, scope, id, '');
  }

  /** The pair and its two employers, kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Duplicate | null> {
    return this.one(tx, scope, id, 'FOR UPDATE OF d, e1, e2');
  }

  /** Both were found in the scope. A pair that was settled as two is open again. @returns its id */
  async proposeByHand(tx: Tx, _scope: Scope, oneId: string, otherId: string, at: Date): Promise<string> {
    const [row] = await tx.query(
      `INSERT INTO employer_duplicate AS d (id, one_id, other_id, reason, found_at) VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'by_hand', $4)
       ON CONFLICT (one_id, other_id) DO UPDATE SET state = CASE WHEN d.state = 'different' THEN 'proposed' ELSE d.state END, decided_at = CASE WHEN d.state = 'different' THEN NULL ELSE d.decided_at END,
         decided_by = CASE WHEN d.state = 'different' THEN NULL ELSE d.decided_by END RETURNING d.id`, [randomUUID(), oneId, otherId, at],
    ) as { id: string }[];
    return row?.id ?? '';
  }

  /** The pair was locked. */
  async decide(tx: Tx, _scope: Scope, id: string, state: DuplicateState, by: string | null, at: Date): Promise<void> {
    await tx.query(`UPDATE employer_duplicate SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1`, [id, state, state === 'proposed' ? null : by, state === 'proposed' ? null : at]);
  }

  /** Proposed again: its merging was undone. */
  async reopen(tx: Tx, _scope: Scope, sourceId: string, targetId: string): Promise<void> {
    await tx.query(`UPDATE employer_duplicate SET state = 'proposed', decided_by = NULL, decided_at = NULL WHERE one_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid) AND state = 'merged'`, [sourceId, targetId]);
  }

  /** Both were locked. @returns its id */
  async merge(tx: Tx, _scope: Scope, sourceId: string, targetId: string, by: string | null, at: Date): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO employer_merge (id, source_id, target_id, merged_at, merged_by) VALUES ($1, $2, $3, $4, $5)', [id, sourceId, targetId, at, by]);
    await tx.query('UPDATE employer SET merged_into = $2, version = version + 1 WHERE id = $1', [sourceId, targetId]);
    return id;
  }

  async holdsOthers(tx: Tx, _scope: Scope, id: string): Promise<boolean> {
    const [row] = await tx.query('SELECT EXISTS (SELECT FROM employer WHERE merged_into = $1) AS holds', [id]) as { holds: boolean }[];
    return row?.holds ?? false;
  }

  /** Kept until the transaction ends; the employer that goes on lies in the scope. */
  async lockMerging(tx: Tx, scope: Scope, id: string): Promise<Merging | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(
      `SELECT m.id, m.source_id AS "sourceId", m.target_id AS "targetId", s.name AS "sourceName", o.name AS "targetName", m.merged_at AS "mergedAt", m.undone_at AS "undoneAt"
       FROM employer_merge AS m JOIN organisation AS o ON o.id = m.target_id JOIN organisation AS s ON s.id = m.source_id
       WHERE m.id = $1 AND ${withinScope(scope, { region: 'o.region_code' }, params)} FOR UPDATE OF m`, params,
    ) as Merging[];
    return row ?? null;
  }

  async hasMerging(tx: Tx, scope: Scope, id: string): Promise<boolean> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT EXISTS (SELECT FROM employer_merge AS m JOIN organisation AS o ON o.id = m.target_id WHERE m.id = $1 AND ${withinScope(scope, { region: 'o.region_code' }, params)}) AS has`, params) as { has: boolean }[];
    return row?.has ?? false;
  }

  async undo(tx: Tx, _scope: Scope, { id, sourceId }: Merging, by: string | null, at: Date): Promise<void> {
    await tx.query('UPDATE employer_merge SET undone_at = $2, undone_by = $3 WHERE id = $1', [id, at, by]);
    await tx.query('UPDATE employer SET merged_into = NULL, version = version + 1 WHERE id = $1', [sourceId]);
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<Duplicate | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND ${bothIn(scope, params).join(' AND ')} ${locking}`, params) as Row[];
    return row ? fromRow(row) : null;
  }
}

const bothIn = (scope: Scope, params: unknown[]): string[] => ['o1.region_code', 'o2.region_code'].map((region) => withinScope(scope, { region }, params));

/** The smaller code first, so that a pair looks the same whoever found it. */
function fromRow(row: Row): Duplicate {
  const one: DuplicateSide = { id: row.one_id, uscc: row.one_uscc, name: row.one_name, regionCode: row.one_region, status: row.one_status };
  const other: DuplicateSide = { id: row.other_id, uscc: row.other_uscc, name: row.other_name, regionCode: row.other_region, status: row.other_status };
  const swapped = other.uscc < one.uscc;
  return { id: row.id, reason: row.reason, state: row.state, foundAt: row.found_at, one: swapped ? other : one, other: swapped ? one : other };
}
