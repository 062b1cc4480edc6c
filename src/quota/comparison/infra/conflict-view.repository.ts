import { Injectable } from '@nestjs/common';
import { maskCitizenId } from '../../../kernel/ids/citizen-id.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope, type DeclarationState } from '../../filing/index.js';
import type { ConflictSide } from '../domain/conflict.js';
import type { Awards, SettlementReason } from '../domain/settlement.js';

export type ConflictState = 'open' | 'settled';

/** A conflict in a list. */
export type ConflictHead = {
  readonly id: string; readonly baseYear: number; readonly state: ConflictState; readonly foundAt: Date; readonly overlapping: number; readonly unagreed: number;
  /** Names of the employers; a unit without a filing by its code. */
  readonly employers: readonly string[];
};

export type ShownSide = ConflictSide & {
  readonly awarded: number | null;
  /** Null for a unit without a filing. */
  readonly employerId: string | null; readonly employerName: string | null; readonly regionCode: RegionCode | null; readonly declarationState: DeclarationState | null;
  /** Whether the filing lies where the caller decides. */
  readonly isInScope: boolean;
};

export type ConflictDetail = Omit<ConflictHead, 'employers'> & {
  readonly registryPersonId: string; readonly citizenIdMasked: string; readonly sides: readonly ShownSide[];
  readonly settledAt: Date | null; readonly settledBy: string | null; readonly reason: SettlementReason | null; readonly words: string | null; readonly version: number;
};

/** How a settled conflict binds one filing: per person, the months in question and those that it was given. */
export type SettledMonths = { readonly registryPersonId: string; readonly contested: number; readonly awarded: number };

type SideRow = ConflictSide & { awarded: number | null; employer_id: string | null; employer_name: string | null; region_code: RegionCode | null; declaration_state: DeclarationState | null; in_scope: boolean };
type DetailRow = { id: string; base_year: number; state: ConflictState; found_at: Date; overlapping: number; unagreed: number; person: string; citizen_id: string; settled_at: Date | null; settled_by: string | null; reason: SettlementReason | null; words: string | null; version: number };

const wordsOf = (rowId: string) => ({ table: 'claim_conflict', column: 'words', rowId });
/** A conflict lies wherever one of its filings does. */
const touches = (within: string): string => `EXISTS (SELECT FROM claim_conflict_side AS own JOIN declaration AS d ON d.id = own.declaration_id WHERE own.conflict_id = k.id AND ${within})`;

/** Conflicts as a scope shows them, and their settlement. */
@Injectable()
export class ConflictViewRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The oldest first, behind the one given; at most `limit`. One statement. @param declarationId of one filing only */
  async list(tx: Tx, scope: Scope, state: ConflictState, declarationId: string | null, after: readonly [Date, string] | null, limit: number): Promise<readonly ConflictHead[]> {
    const params: unknown[] = [state, limit];
    const conditions = ['k.state = $1', touches(withinScope(scope, declarationScope, params))];
    if (declarationId !== null) conditions.push(`k.id IN (SELECT conflict_id FROM claim_conflict_side WHERE declaration_id = $${params.push(declarationId)})`);
    if (after !== null) conditions.push(`(k.found_at, k.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    return await tx.query(
      `SELECT k.id, k.base_year AS "baseYear", k.state, k.found_at AS "foundAt", k.overlapping, k.unagreed,
         ARRAY(SELECT coalesce(o.name, s.uscc) FROM claim_conflict_side AS s LEFT JOIN declaration AS f ON f.id = s.declaration_id LEFT JOIN organisation AS o ON o.id = f.employer_id WHERE s.conflict_id = k.id ORDER BY s.uscc) AS employers
       FROM claim_conflict AS k WHERE ${conditions.join(' AND ')} ORDER BY k.found_at, k.id LIMIT $2`, params,
    ) as ConflictHead[];
  }

  find(tx: Tx, scope: Scope, id: string): Promise<ConflictDetail | null> {
    return this.one(tx, scope, id, '');
  }

  /** Kept until the transaction ends. */
  lock(tx: Tx, scope: Scope, id: string): Promise<ConflictDetail | null> {
    return this.one(tx, scope, id, 'FOR UPDATE OF k');
  }

  /** The conflict was locked within the scope. */
  async settle(tx: Tx, _scope: Scope, id: string, awards: Awards, { reason, words, by }: { readonly reason: SettlementReason; readonly words: string | null; readonly by: string }, at: Date): Promise<void> {
    await tx.query(`UPDATE claim_conflict SET state = 'settled', settled_at = $2, settled_by = $3, reason = $4, words = $5, version = version + 1 WHERE id = $1`, [id, at, by, reason, words === null ? null : this.cipher.seal(words, wordsOf(id))]);
    await tx.query('UPDATE claim_conflict_side AS s SET awarded = v.months FROM unnest($2::text[], $3::smallint[]) AS v (uscc, months) WHERE s.conflict_id = $1 AND s.uscc = v.uscc', [id, Object.keys(awards), Object.values(awards)]);
  }

  /** What settlements say of the people of one filing. */
  async settledMonths(tx: Tx, scope: Scope, declarationId: string): Promise<readonly SettledMonths[]> {
    const params: unknown[] = [declarationId];
    return await tx.query(
      `SELECT k.registry_person_id::text AS "registryPersonId", k.overlapping | k.unagreed AS contested, coalesce(s.awarded, 0) AS awarded
       FROM claim_conflict AS k JOIN claim_conflict_side AS s ON s.conflict_id = k.id JOIN declaration AS d ON d.id = s.declaration_id
       WHERE s.declaration_id = $1 AND k.state = 'settled' AND ${withinScope(scope, declarationScope, params)}`, params,
    ) as SettledMonths[];
  }

  /** Conflicts of one filing that nobody has settled yet, by person. */
  async openPersons(tx: Tx, scope: Scope, declarationId: string): Promise<readonly { readonly registryPersonId: string; readonly conflictId: string; readonly contested: number }[]> {
    const params: unknown[] = [declarationId];
    return await tx.query(
      `SELECT k.registry_person_id::text AS "registryPersonId", k.id AS "conflictId", k.overlapping | k.unagreed AS contested FROM claim_conflict AS k JOIN claim_conflict_side AS s ON s.conflict_id = k.id JOIN declaration AS d ON d.id = s.declaration_id
       WHERE s.declaration_id = $1 AND k.state = 'open' AND ${withinScope(scope, declarationScope, params)}`, params,
    ) as { registryPersonId: string; conflictId: string; contested: number }[];
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<ConflictDetail | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(
      `SELECT k.id, k.base_year, k.state, k.found_at, k.overlapping, k.unagreed, k.registry_person_id::text AS person, r.citizen_id, k.settled_at, k.settled_by, k.reason, k.words, k.version
       FROM claim_conflict AS k JOIN registry_person AS r ON r.id = k.registry_person_id WHERE k.id = $1 AND k.state <> 'gone' AND ${touches(withinScope(scope, declarationScope, params))} ${locking}`, params,
    ) as DetailRow[];
    if (!row) return null;
    const sideParams: unknown[] = [id];
    const sides = await tx.query(
      `SELECT s.uscc, s.declaration_id AS "declarationId", s.claimed, s.counted, s.given_away AS "givenAway", s.insured, s.contracted, s.awarded, d.employer_id, o.name AS employer_name, d.region_code, d.state AS declaration_state,
         coalesce(${withinScope(scope, declarationScope, sideParams)}, false) AS in_scope
       FROM claim_conflict_side AS s LEFT JOIN declaration AS d ON d.id = s.declaration_id LEFT JOIN organisation AS o ON o.id = d.employer_id WHERE s.conflict_id = $1 ORDER BY s.uscc`, sideParams,
    ) as SideRow[];
    return {
      id: row.id, baseYear: row.base_year, state: row.state, foundAt: row.found_at, overlapping: row.overlapping, unagreed: row.unagreed, registryPersonId: row.person,
      citizenIdMasked: maskCitizenId(this.cipher.open(row.citizen_id, { table: 'registry_person', column: 'citizen_id', rowId: row.person })),
      sides: sides.map(({ employer_id: employerId, employer_name: employerName, region_code: regionCode, declaration_state: declarationState, in_scope: isInScope, ...side }) => ({ ...side, employerId, employerName, regionCode, declarationState, isInScope })),
      settledAt: row.settled_at, settledBy: row.settled_by, reason: row.reason, words: row.words === null ? null : this.cipher.open(row.words, wordsOf(row.id)), version: row.version,
    };
  }
}
