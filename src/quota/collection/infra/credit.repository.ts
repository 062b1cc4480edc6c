import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { AssessmentState } from '../domain/assessment-states.js';
import type { CreditObjectionOutcome, CreditState, DropReason, RemovalReason } from '../domain/credit-states.js';
import { assessmentScope } from './assessment.repository.js';

/** A credit record with the employer and how its levy stands now. */
export type CreditRecord = {
  readonly id: string;
  readonly assessmentId: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly regionCode: string;
  readonly baseYear: number;
  readonly number: string;
  readonly assessmentState: AssessmentState;
  readonly state: CreditState;
  readonly noticedAt: Date;
  readonly respondBy: LocalDate;
  readonly recordedAt: Date | null;
  readonly removedAt: Date | null;
  readonly endReason: DropReason | RemovalReason | null;
  /** When the employer objected to the notice, and what came of it. */
  readonly objectedAt: Date | null;
  readonly objectionOutcome: CreditObjectionOutcome | null;
  /** Grows with every change of any record. */
  readonly change: string;
  readonly version: number;
};

type Row = {
  id: string; assessment_id: string; employer_name: string; uscc: string; region_code: string; base_year: number; number: string; assessment_state: AssessmentState; state: CreditState; noticed_at: Date;
  respond_by: LocalDate; recorded_at: Date | null; removed_at: Date | null; end_reason: CreditRecord['endReason']; objected_at: Date | null; objection_outcome: CreditObjectionOutcome | null; change: string; version: number;
};

const COLUMNS = `c.id, c.assessment_id, t.employer_name, t.uscc, a.region_code, a.base_year, t.number, a.state AS assessment_state, c.state, c.noticed_at, c.respond_by, c.recorded_at, c.removed_at, c.end_reason,
  b.made_at AS objected_at, b.outcome AS objection_outcome, c.change::text, c.version`;
const FROM = 'credit_record AS c JOIN assessment AS a ON a.id = c.assessment_id JOIN determination AS t ON t.id = a.determination_id LEFT JOIN credit_objection AS b ON b.record_id = c.id';

/** Credit records, as a scope shows them. */
@Injectable()
export class CreditRepository {
  /** The latest change first, before the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, state: CreditState | null, before: string | null, limit: number): Promise<readonly CreditRecord[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, assessmentScope, params)];
    if (state !== null) conditions.push(`c.state = $${params.push(state)}`);
    if (before !== null) conditions.push(`c.change < $${params.push(before)}::bigint`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY c.change DESC LIMIT $1`, params) as Row[];
    return rows.map(recordOf);
  }

  /** Entered and taken out ones behind a change, in the order of their changes; at most `limit`. One statement. */
  async changes(tx: Tx, scope: Scope, after: string, limit: number): Promise<readonly CreditRecord[]> {
    const params: unknown[] = [after, limit];
    const rows = await tx.query(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE c.change > $1::bigint AND c.state IN ('recorded', 'removed') AND ${withinScope(scope, assessmentScope, params)} ORDER BY c.change LIMIT $2`, params,
    ) as Row[];
    return rows.map(recordOf);
  }

  async ofAssessment(tx: Tx, scope: Scope, assessmentId: string): Promise<readonly CreditRecord[]> {
    const params: unknown[] = [assessmentId];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE a.id = $1 AND ${withinScope(scope, assessmentScope, params)} ORDER BY c.change DESC`, params) as Row[];
    return rows.map(recordOf);
  }

  /** Those of these assessments that are noticed or recorded. */
  async live(tx: Tx, scope: Scope, assessmentIds: readonly string[]): Promise<readonly CreditRecord[]> {
    const params: unknown[] = [assessmentIds];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE a.id = ANY ($1::uuid[]) AND c.state IN ('noticed', 'recorded') AND ${withinScope(scope, assessmentScope, params)} ORDER BY c.change`, params) as Row[];
    return rows.map(recordOf);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<CreditRecord | null> {
    return this.one(tx, scope, id, '');
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<CreditRecord | null> {
    return this.one(tx, scope, id, 'FOR UPDATE OF c');
  }

  /** The assessment was locked within the scope. */
  async add(tx: Tx, _scope: Scope, { id, assessmentId, noticedAt, noticedBy, respondBy }: { readonly id: string; readonly assessmentId: string; readonly noticedAt: Date; readonly noticedBy: string | null; readonly respondBy: LocalDate }): Promise<void> {
    await this.oneChangeAtATime(tx);
    await tx.query(`INSERT INTO credit_record (id, assessment_id, state, noticed_at, noticed_by, respond_by, change) VALUES ($1, $2, 'noticed', $3, $4, $5, nextval('credit_record_change'))`, [id, assessmentId, noticedAt, noticedBy, respondBy]);
  }

  /** The row was locked within the scope. */
  async move(tx: Tx, _scope: Scope, id: string, { state, at, reason }: { readonly state: CreditState; readonly at: Date; readonly reason: CreditRecord['endReason'] }): Promise<void> {
    await this.oneChangeAtATime(tx);
    await tx.query(
      `UPDATE credit_record SET state = $2, end_reason = $4, recorded_at = CASE WHEN $2 = 'recorded' THEN $3 ELSE recorded_at END, removed_at = CASE WHEN $2 = 'removed' THEN $3 ELSE removed_at END,
         change = nextval('credit_record_change'), version = version + 1 WHERE id = $1`,
      [id, state, at, reason],
    );
  }

  /** The one that is open goes over; the platform hears of the determination that stands now. Both assessments were locked or made within the scope. */
  async handOver(tx: Tx, _scope: Scope, from: string, to: string): Promise<void> {
    await this.oneChangeAtATime(tx);
    await tx.query(`UPDATE credit_record SET assessment_id = $2, change = nextval('credit_record_change') WHERE assessment_id = $1 AND state IN ('noticed', 'recorded')`, [from, to]);
  }

  /** What was said of it has changed, not how it stands; the row was locked within the scope. */
  async touch(tx: Tx, _scope: Scope, id: string): Promise<void> {
    await tx.query('UPDATE credit_record SET version = version + 1 WHERE id = $1', [id]);
  }

  /** Numbers of changes appear in their order: whoever has fetched up to one has missed none before it. */
  private async oneChangeAtATime(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['credit record change']);
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<CreditRecord | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE c.id = $1 AND ${withinScope(scope, assessmentScope, params)} ${locking}`, params) as Row[];
    return row ? recordOf(row) : null;
  }
}

const recordOf = (row: Row): CreditRecord => ({
  id: row.id, assessmentId: row.assessment_id, employerName: row.employer_name, uscc: row.uscc, regionCode: row.region_code, baseYear: row.base_year, number: row.number, assessmentState: row.assessment_state,
  state: row.state, noticedAt: row.noticed_at, respondBy: row.respond_by, recordedAt: row.recorded_at, removedAt: row.removed_at, endReason: row.end_reason, objectedAt: row.objected_at, objectionOutcome: row.objection_outcome, change: row.change, version: row.version,
});
