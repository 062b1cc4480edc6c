import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { AssessmentAct, AssessmentState } from '../domain/assessment-states.js';
import { assessmentScope } from './assessment.repository.js';

/** One step of an assessment. `open` is the first, which no table of states holds. */
export type AssessmentStep = {
  readonly assessmentId: string;
  readonly act: AssessmentAct | 'open';
  readonly fromState: AssessmentState | null;
  readonly toState: AssessmentState;
  /** Null: the service itself, or a program. */
  readonly actor: string | null;
  readonly role: string | null;
  readonly reason: string | null;
};

export type ShownAssessmentStep = AssessmentStep & { readonly id: string; readonly at: Date };

type Row = { id: string; assessment_id: string; act: AssessmentStep['act']; from_state: AssessmentState | null; to_state: AssessmentState; at: Date; actor: string | null; role: string | null; reason: string | null };

/** The trail of assessments, as a scope shows it. */
@Injectable()
export class AssessmentStepRepository {
  /** The assessments were locked or made within the scope. One statement for all. */
  async add(tx: Tx, _scope: Scope, steps: readonly AssessmentStep[], at: Date): Promise<void> {
    if (steps.length === 0) return;
    await tx.query(
      `INSERT INTO assessment_step (assessment_id, act, from_state, to_state, at, actor, role, reason)
       SELECT id, act, from_state, to_state, $5, actor, role, reason
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $6::uuid[], $7::text[], $8::text[]) WITH ORDINALITY AS step (id, act, from_state, to_state, actor, role, reason, place) ORDER BY place`,
      [
        steps.map(({ assessmentId }) => assessmentId), steps.map(({ act }) => act), steps.map(({ fromState }) => fromState), steps.map(({ toState }) => toState), at,
        steps.map(({ actor }) => actor), steps.map(({ role }) => role), steps.map(({ reason }) => reason),
      ],
    );
  }

  /** In order; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, assessmentId: string, limit: number): Promise<readonly ShownAssessmentStep[]> {
    const params: unknown[] = [assessmentId, limit];
    const rows = await tx.query(
      `SELECT s.id::text, s.assessment_id, s.act, s.from_state, s.to_state, s.at, s.actor, s.role, s.reason FROM assessment_step AS s JOIN assessment AS a ON a.id = s.assessment_id
       WHERE s.assessment_id = $1 AND ${withinScope(scope, assessmentScope, params)} ORDER BY s.id LIMIT $2`,
      params,
    ) as Row[];
    return rows.map((row) => ({ id: row.id, assessmentId: row.assessment_id, act: row.act, fromState: row.from_state, toState: row.to_state, at: row.at, actor: row.actor, role: row.role, reason: row.reason }));
  }
}
