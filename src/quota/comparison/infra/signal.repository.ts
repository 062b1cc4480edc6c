import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { Grounds, SignalCode } from '../domain/signals.js';
import { CLAIMED_VERSION, UNDECIDED } from './claimed-version.js';

export type SignalState = 'open' | 'no_concern' | 'to_inspect';

export type Signal = {
  readonly id: string; readonly declarationId: string; readonly code: SignalCode; readonly grounds: Grounds; readonly state: SignalState; readonly foundAt: Date;
  readonly lookedAt: Date | null; readonly lookedBy: string | null; readonly words: string | null; readonly version: number;
};

/** With the filing that it concerns. */
export type ShownSignal = Signal & { readonly employerName: string; readonly baseYear: number };

export type NewSignal = { readonly declarationId: string; readonly code: SignalCode; readonly grounds: Grounds };

/** How many employers of a year stand behind one phone of a filing. */
export type SharedPhone = { readonly declarationId: string; readonly employers: number; readonly of: 'employers' | 'people' };

const wordsOf = (rowId: string) => ({ table: 'claim_signal', column: 'words', rowId });
const FROM = 'claim_signal AS s JOIN declaration AS d ON d.id = s.declaration_id';
const COLUMNS = `s.id, s.declaration_id AS "declarationId", s.code, s.grounds, s.state, s.found_at AS "foundAt", s.looked_at AS "lookedAt", s.looked_by AS "lookedBy", s.words, s.version`;

/** Employers that were merged stand as one: two filings of theirs are not two employers. */
const GOES_ON = '(SELECT coalesce(own.merged_into, own.id) FROM employer AS own WHERE own.id = d.employer_id)';

/** Grounds to look, as a scope shows them. */
@Injectable()
export class SignalRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /**
   * Brings the signals of these codes in line with what was found: one that nobody has looked at goes with its ground, one that
   * somebody has looked at stays as it was decided. @returns how many came, changed or went
   */
  async replace(tx: Tx, _scope: Scope, declarationIds: readonly string[], codes: readonly SignalCode[], found: readonly NewSignal[], at: Date): Promise<number> {
    const values = [found.map(({ declarationId }) => declarationId), found.map(({ code }) => code), found.map(({ grounds }) => JSON.stringify(grounds))];
    const [, gone] = await tx.query(
      `DELETE FROM claim_signal WHERE state = 'open' AND declaration_id = ANY ($1::uuid[]) AND code = ANY ($2)
         AND (declaration_id, code) NOT IN (SELECT * FROM unnest($3::uuid[], $4::text[]))`, [declarationIds, codes, values[0], values[1]],
    ) as [unknown, number];
    const written = await tx.query(
      `INSERT INTO claim_signal AS old (id, declaration_id, code, grounds, state, found_at)
       SELECT id, declaration_id, code, grounds::jsonb, 'open', $5 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS v (id, declaration_id, code, grounds) ORDER BY declaration_id, code
       ON CONFLICT (declaration_id, code) DO UPDATE SET grounds = excluded.grounds WHERE old.state = 'open' AND old.grounds IS DISTINCT FROM excluded.grounds
       RETURNING id`,
      [found.map(() => randomUUID()), ...values, at],
    ) as unknown[];
    return gone + written.length;
  }

  async list(tx: Tx, scope: Scope, declarationId: string): Promise<readonly Signal[]> {
    const params: unknown[] = [declarationId];
    const rows = await tx.query(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE s.declaration_id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY s.code`, params,
    ) as Signal[];
    return rows.map((row) => this.opened(row));
  }

  /** The oldest first, behind the one given; at most `limit`. One statement. @param declarationId of one filing only */
  async page(tx: Tx, scope: Scope, state: SignalState, declarationId: string | null, after: readonly [Date, string] | null, limit: number): Promise<readonly ShownSignal[]> {
    const params: unknown[] = [state, limit];
    const conditions = ['s.state = $1', withinScope(scope, declarationScope, params)];
    if (declarationId !== null) conditions.push(`s.declaration_id = $${params.push(declarationId)}::uuid`);
    if (after !== null) conditions.push(`(s.found_at, s.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    return this.shown(tx, `${conditions.join(' AND ')} ORDER BY s.found_at, s.id LIMIT $2`, params);
  }

  /** Signals of a filing that nobody has looked at. */
  async unseen(tx: Tx, scope: Scope, declarationId: string): Promise<number> {
    const params: unknown[] = [declarationId];
    const [row] = await tx.query(`SELECT count(*)::int AS unseen FROM ${FROM} WHERE s.declaration_id = $1 AND s.state = 'open' AND ${withinScope(scope, declarationScope, params)}`, params) as [{ unseen: number }];
    return row.unseen;
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<ShownSignal | null> {
    const params: unknown[] = [id];
    const [signal] = await this.shown(tx, `s.id = $1 AND ${withinScope(scope, declarationScope, params)}`, params);
    return signal ?? null;
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Signal | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE s.id = $1 AND ${withinScope(scope, declarationScope, params)} FOR UPDATE OF s`, params) as Signal[];
    return row ? this.opened(row) : null;
  }

  async look(tx: Tx, _scope: Scope, id: string, { state, words, by }: { readonly state: SignalState; readonly words: string | null; readonly by: string }, at: Date): Promise<void> {
    await tx.query('UPDATE claim_signal SET state = $2, words = $3, looked_at = $4, looked_by = $5, version = version + 1 WHERE id = $1', [id, state, words === null ? null : this.cipher.seal(words, wordsOf(id)), at, by]);
  }

  /** Filings of a year that share a phone with those of other employers: by the employers' own contacts, and by those of the people they claim. */
  async sharedPhones(tx: Tx, scope: Scope, baseYear: number): Promise<readonly SharedPhone[]> {
    const params: unknown[] = [baseYear, UNDECIDED];
    return await tx.query(
      `WITH filing AS MATERIALIZED (SELECT d.id, d.employer_id, ${GOES_ON} AS goes_on, v.id AS version_id FROM declaration AS d ${CLAIMED_VERSION} WHERE d.base_year = $1 AND d.state = ANY ($2) AND ${withinScope(scope, declarationScope, params)}),
       phone AS (
         SELECT 'employers' AS of, f.id, f.goes_on, coalesce(c.phone_index_a, c.phone_index_b) AS key FROM filing AS f JOIN employer_contact AS c ON c.employer_id = f.employer_id WHERE c.phone IS NOT NULL
         UNION SELECT 'people', f.id, f.goes_on, coalesce(c.phone_index_a, c.phone_index_b) FROM filing AS f JOIN roster_line AS l ON l.version_id = f.version_id
           JOIN registry_person AS r ON r.id = l.registry_person_id JOIN person_contact AS c ON c.person_id = r.person_id WHERE c.phone IS NOT NULL),
       shared AS (SELECT of, key, count(DISTINCT goes_on)::int AS employers FROM phone GROUP BY of, key HAVING count(DISTINCT goes_on) > 1)
       SELECT p.id AS "declarationId", p.of, max(s.employers)::int AS employers FROM phone AS p JOIN shared AS s USING (of, key) GROUP BY p.id, p.of ORDER BY p.id, p.of`,
      params,
    ) as SharedPhone[];
  }

  /** The same for one filing, from its own numbers on. */
  async sharedPhonesOf(tx: Tx, scope: Scope, baseYear: number, declarationId: string): Promise<readonly SharedPhone[]> {
    const params: unknown[] = [baseYear, UNDECIDED, declarationId];
    const ofYear = `d.base_year = $1 AND d.state = ANY ($2) AND ${withinScope(scope, declarationScope, params)}`;
    return await tx.query(
      `WITH mine AS MATERIALIZED (
         SELECT 'employers' AS of, c.phone_index_a AS a, c.phone_index_b AS b FROM declaration AS d JOIN employer_contact AS c ON c.employer_id = d.employer_id WHERE d.id = $3 AND c.phone IS NOT NULL
         UNION SELECT 'people', c.phone_index_a, c.phone_index_b FROM declaration AS d ${CLAIMED_VERSION} JOIN roster_line AS l ON l.version_id = v.id
           JOIN registry_person AS r ON r.id = l.registry_person_id JOIN person_contact AS c ON c.person_id = r.person_id WHERE d.id = $3 AND c.phone IS NOT NULL),
       behind AS (
         SELECT m.of, m.a, m.b, ${GOES_ON} AS goes_on FROM mine AS m JOIN employer_contact AS c ON c.phone_index_a = m.a OR c.phone_index_b = m.b JOIN declaration AS d ON d.employer_id = c.employer_id WHERE m.of = 'employers' AND ${ofYear}
         UNION SELECT m.of, m.a, m.b, ${GOES_ON} AS goes_on FROM mine AS m JOIN person_contact AS c ON c.phone_index_a = m.a OR c.phone_index_b = m.b JOIN registry_person AS r ON r.person_id = c.person_id
           JOIN roster_line AS l ON l.registry_person_id = r.id JOIN filing_version AS w ON w.id = l.version_id JOIN declaration AS d ON d.id = w.declaration_id ${CLAIMED_VERSION} WHERE m.of = 'people' AND v.id = w.id AND ${ofYear}),
       counted AS (SELECT of, count(*)::int AS employers FROM behind GROUP BY of, a, b HAVING count(*) > 1)
       SELECT $3::uuid AS "declarationId", of, max(employers)::int AS employers FROM counted GROUP BY of`,
      params,
    ) as SharedPhone[];
  }

  /** Sealed addresses of people with a file who are claimed in a year, person by person. `employerId` goes on where employers were merged. */
  async addresses(tx: Tx, scope: Scope, baseYear: number): Promise<readonly { readonly declarationId: string; readonly employerId: string; readonly personId: string; readonly address: string }[]> {
    const params: unknown[] = [baseYear, UNDECIDED];
    return await tx.query(
      `SELECT DISTINCT d.id AS "declarationId", ${GOES_ON} AS "employerId", c.person_id AS "personId", c.address FROM declaration AS d ${CLAIMED_VERSION} JOIN roster_line AS l ON l.version_id = v.id
       JOIN registry_person AS r ON r.id = l.registry_person_id JOIN person_contact AS c ON c.person_id = r.person_id
       WHERE d.base_year = $1 AND d.state = ANY ($2) AND c.address IS NOT NULL AND ${withinScope(scope, declarationScope, params)}`,
      params,
    ) as { declarationId: string; employerId: string; personId: string; address: string }[];
  }

  private async shown(tx: Tx, condition: string, params: readonly unknown[]): Promise<readonly ShownSignal[]> {
    const rows = await tx.query(`SELECT ${COLUMNS}, o.name AS "employerName", d.base_year AS "baseYear" FROM ${FROM} JOIN organisation AS o ON o.id = d.employer_id WHERE ${condition}`, [...params]) as ShownSignal[];
    return rows.map((row) => this.opened(row));
  }

  private opened<S extends Signal>(row: S): S {
    return { ...row, words: row.words === null ? null : this.cipher.open(row.words, wordsOf(row.id)) };
  }
}
