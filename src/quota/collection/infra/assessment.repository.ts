import { Injectable } from '@nestjs/common';
import { fen, type Fen } from '../../../kernel/money.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Outcome } from '../../determinations/index.js';
import type { AssessmentState } from '../domain/assessment-states.js';

/** Our trial sum of the determined number; decimals are texts. */
export type Trial = { readonly staff: string; readonly due: Fen; readonly relief: Fen; readonly payable: Fen; readonly refund: Fen };

export const awardChoices = ['claimed', 'waived'] as const;
export type AwardChoice = (typeof awardChoices)[number];

/** An assessment with what its determination says. */
export type AssessmentHead = {
  readonly id: string;
  readonly determinationId: string;
  readonly number: string;
  readonly outcome: Outcome;
  readonly arranged: string;
  readonly required: string | null;
  readonly countedMonths: number;
  readonly weightedMonths: number;
  readonly employerId: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly state: AssessmentState;
  readonly stateSince: Date;
  readonly openedAt: Date;
  /** Of the determination. */
  readonly issuedAt: Date;
  /** The assessment in whose place this one stands. */
  readonly supersedes: string | null;
  /** Null where none could be worked out. */
  readonly trial: Trial | null;
  readonly batchId: string | null;
  readonly awardChoice: AwardChoice | null;
  readonly awardChosenAt: Date | null;
  readonly version: number;
};

export type NewAssessment = Pick<AssessmentHead, 'id' | 'determinationId' | 'employerId' | 'regionCode' | 'baseYear' | 'openedAt' | 'supersedes' | 'trial'>;

export type AssessmentFilter = { readonly baseYear: number | null; readonly state: AssessmentState | null; /** A whole credit code. */ readonly uscc: string | null };

type Row = {
  id: string; determination_id: string; number: string; outcome: Outcome; arranged: string; required: string | null; counted_months: number; weighted_months: number; employer_id: string;
  employer_name: string; uscc: string; region_code: RegionCode; base_year: number; state: AssessmentState; state_since: Date; opened_at: Date; issued_at: Date; supersedes: string | null; trial_staff: string | null;
  trial_due: string | null; trial_relief: string | null; trial_payable: string | null; trial_refund: string | null; batch_id: string | null; award_choice: AwardChoice | null;
  award_chosen_at: Date | null; version: number;
};

/** Every statement about assessments joins `assessment AS a`. */
export const assessmentScope = { region: 'a.region_code', employer: 'a.employer_id' } as const;

/** Records that count: not withdrawn, and nothing stands in their place. */
export const LIVE = 'r.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM collection_record AS later WHERE later.replaces = r.id)';

const COLUMNS = `a.id, a.determination_id, t.number, t.outcome, trim_scale(t.arranged)::text AS arranged, trim_scale(t.required)::text AS required, t.counted_months, t.weighted_months, a.employer_id,
  t.employer_name, t.uscc, a.region_code, a.base_year, a.state, a.state_since, a.opened_at, t.issued_at, a.supersedes, trim_scale(a.trial_staff)::text AS trial_staff, a.trial_due, a.trial_relief, a.trial_payable,
  a.trial_refund, a.batch_id, a.award_choice, a.award_chosen_at, a.version`;
const FROM = 'assessment AS a JOIN determination AS t ON t.id = a.determination_id';

/**
 * What the tax authority does not have yet: in no batch, and not in a declaration with the determined number. Arrears that were
 * told before a late or a corrected determination have moved it past `pending`; its number has to go out all the same.
 */
const UNSENT = `(a.state = 'pending' OR a.state <> 'superseded' AND a.batch_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM collection_record AS r WHERE r.assessment_id = a.id AND r.kind = 'declaration' AND r.arranged = t.arranged AND ${LIVE}))`;

/** Assessments as a scope shows them. */
@Injectable()
export class AssessmentRepository {
  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, { baseYear, state, uscc }: AssessmentFilter, after: readonly [Date, string] | null, limit: number): Promise<readonly AssessmentHead[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, assessmentScope, params)];
    if (baseYear !== null) conditions.push(`a.base_year = $${params.push(baseYear)}`);
    if (state !== null) conditions.push(`a.state = $${params.push(state)}`);
    if (uscc !== null) conditions.push(`t.uscc = $${params.push(uscc)}`);
    if (after !== null) conditions.push(`(a.opened_at, a.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY a.opened_at DESC, a.id DESC LIMIT $1`, params) as Row[];
    return rows.map(headOf);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<AssessmentHead | null> {
    return (await this.rows(tx, scope, 'a.id = $1', [id], ''))[0] ?? null;
  }

  /** Those of these ids that lie in the scope, in no order. */
  some(tx: Tx, scope: Scope, ids: readonly string[]): Promise<readonly AssessmentHead[]> {
    return this.rows(tx, scope, 'a.id = ANY ($1::uuid[])', [ids], '');
  }

  /** Kept until the transaction ends, always in the same order, so that two who lock several never wait for each other. */
  lock(tx: Tx, scope: Scope, ids: readonly string[]): Promise<readonly AssessmentHead[]> {
    return this.rows(tx, scope, 'a.id = ANY ($1::uuid[])', [ids], 'ORDER BY a.id FOR UPDATE OF a');
  }

  async ofDetermination(tx: Tx, scope: Scope, determinationId: string): Promise<AssessmentHead | null> {
    return (await this.rows(tx, scope, 'a.determination_id = $1', [determinationId], ''))[0] ?? null;
  }

  /** The one that stands for an employer and year, kept for this transaction. */
  async lockCurrent(tx: Tx, scope: Scope, employerId: string, baseYear: number): Promise<AssessmentHead | null> {
    return (await this.rows(tx, scope, `a.employer_id = $1 AND a.base_year = $2 AND a.state <> 'superseded'`, [employerId, baseYear], 'FOR UPDATE OF a'))[0] ?? null;
  }

  /** Ids of those that stand, by employer. */
  async currentOf(tx: Tx, scope: Scope, employerIds: readonly string[], baseYear: number): Promise<ReadonlyMap<string, string>> {
    const params: unknown[] = [employerIds, baseYear];
    const rows = await tx.query(
      `SELECT a.employer_id, a.id FROM assessment AS a WHERE a.employer_id = ANY ($1::uuid[]) AND a.base_year = $2 AND a.state <> 'superseded' AND ${withinScope(scope, assessmentScope, params)}`, params,
    ) as { employer_id: string; id: string }[];
    return new Map(rows.map((row) => [row.employer_id, row.id]));
  }

  /** Those that wait to be sent, in the order in which they were opened, behind the one given; kept for this transaction, and those that somebody else sends are left to them. */
  lockUnsent(tx: Tx, scope: Scope, prefix: string, baseYear: number, after: Pick<AssessmentHead, 'openedAt' | 'id'> | null, limit: number): Promise<readonly AssessmentHead[]> {
    return this.rows(
      tx, scope, `${UNSENT} AND a.region_code LIKE $1 AND a.base_year = $2 AND ($4::timestamptz IS NULL OR (a.opened_at, a.id) > ($4, $5::uuid))`,
      [`${prefix}%`, baseYear, limit, after?.openedAt ?? null, after?.id ?? null], 'ORDER BY a.opened_at, a.id LIMIT $3 FOR UPDATE OF a SKIP LOCKED',
    );
  }

  ofBatch(tx: Tx, scope: Scope, batchId: string): Promise<readonly AssessmentHead[]> {
    return this.rows(tx, scope, 'a.batch_id = $1', [batchId], 'ORDER BY a.id FOR UPDATE OF a');
  }

  /** The employer's determination was found within the scope. */
  async add(tx: Tx, _scope: Scope, one: NewAssessment): Promise<void> {
    const { trial } = one;
    await tx.query(
      `INSERT INTO assessment (id, determination_id, employer_id, region_code, base_year, state, state_since, opened_at, supersedes, trial_staff, trial_due, trial_relief, trial_payable, trial_refund)
       VALUES ($1, $2, $3, $4, $5, 'pending', $6, $6, $7, $8, $9, $10, $11, $12)`,
      [
        one.id, one.determinationId, one.employerId, one.regionCode, one.baseYear, one.openedAt, one.supersedes, trial?.staff ?? null, trial?.due.toString() ?? null, trial?.relief.toString() ?? null,
        trial?.payable.toString() ?? null, trial?.refund.toString() ?? null,
      ],
    );
  }

  /** The rows were locked within the scope. */
  async move(tx: Tx, scope: Scope, moves: readonly { readonly id: string; readonly state: AssessmentState }[], at: Date): Promise<void> {
    const params: unknown[] = [moves.map(({ id }) => id), moves.map(({ state }) => state), at];
    await tx.query(
      `UPDATE assessment AS a SET state = m.state, state_since = $3, version = a.version + 1 FROM unnest($1::uuid[], $2::text[]) AS m (id, state) WHERE a.id = m.id AND ${withinScope(scope, assessmentScope, params)}`, params,
    );
  }

  async putInBatch(tx: Tx, scope: Scope, ids: readonly string[], batchId: string): Promise<void> {
    const params: unknown[] = [ids, batchId];
    await tx.query(`UPDATE assessment AS a SET batch_id = $2 WHERE a.id = ANY ($1::uuid[]) AND ${withinScope(scope, assessmentScope, params)}`, params);
  }

  async chooseAward(tx: Tx, scope: Scope, id: string, choice: AwardChoice, at: Date): Promise<void> {
    const params: unknown[] = [id, choice, at];
    await tx.query(`UPDATE assessment AS a SET award_choice = $2, award_chosen_at = $3, version = a.version + 1 WHERE a.id = $1 AND ${withinScope(scope, assessmentScope, params)}`, params);
  }

  private async rows(tx: Tx, scope: Scope, condition: string, values: readonly unknown[], tail: string): Promise<readonly AssessmentHead[]> {
    const params: unknown[] = [...values];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${condition} AND ${withinScope(scope, assessmentScope, params)} ${tail}`, params) as Row[];
    return rows.map(headOf);
  }
}

const money = (text: string | null): Fen => fen(BigInt(text ?? '0'));

const headOf = (row: Row): AssessmentHead => ({
  id: row.id, determinationId: row.determination_id, number: row.number, outcome: row.outcome, arranged: row.arranged, required: row.required, countedMonths: row.counted_months,
  weightedMonths: row.weighted_months, employerId: row.employer_id, employerName: row.employer_name, uscc: row.uscc, regionCode: row.region_code, baseYear: row.base_year, state: row.state,
  stateSince: row.state_since, openedAt: row.opened_at, issuedAt: row.issued_at, supersedes: row.supersedes,
  trial: row.trial_staff === null ? null : { staff: row.trial_staff, due: money(row.trial_due), relief: money(row.trial_relief), payable: money(row.trial_payable), refund: money(row.trial_refund) },
  batchId: row.batch_id, awardChoice: row.award_choice, awardChosenAt: row.award_chosen_at, version: row.version,
});
