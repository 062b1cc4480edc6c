import { Injectable } from '@nestjs/common';
import { fen, type Fen } from '../../../kernel/money.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { Outcome, StepsNeeded, StepsReason } from '../domain/checks.js';

/** How one version was checked, by whom, and what came of it. */
export type FilingReview = {
  readonly versionId: string; readonly declarationId: string; readonly number: number; readonly steps: 1 | 2; readonly stepsReason: StepsReason;
  readonly acceptedBy: string | null; readonly acceptedAt: Date;
  readonly firstBy: string | null; readonly firstAt: Date | null; readonly firstOutcome: Outcome | null; readonly firstName: string | null;
  readonly secondBy: string | null; readonly secondAt: Date | null; readonly secondName: string | null;
  readonly outcome: Outcome | null; readonly decidedAt: Date | null;
  /** Σ weights / 12, decimal. */
  readonly arranged: string | null; readonly weightedMonths: number | null; readonly countedMonths: number | null; readonly refusedMonths: number | null;
  readonly trialPayable: Fen | null;
  /** By the claim of the employer, or by the version that this one takes the place of. */
  readonly beforePayable: Fen | null;
};

export type Decided = {
  readonly outcome: Outcome; readonly at: Date; readonly secondBy: string | null; readonly arranged: string; readonly weightedMonths: number; readonly countedMonths: number; readonly refusedMonths: number;
  readonly trial: object | null; readonly trialPayable: Fen | null; readonly beforePayable: Fen | null;
};

type Row = {
  version_id: string; declaration_id: string; number: number; steps: 1 | 2; steps_reason: StepsReason; accepted_by: string | null; accepted_at: Date; first_by: string | null; first_at: Date | null; first_outcome: Outcome | null;
  first_name: string | null; second_by: string | null; second_at: Date | null; second_name: string | null; outcome: Outcome | null; decided_at: Date | null; arranged: string | null; weighted_months: number | null;
  counted_months: number | null; refused_months: number | null; trial_payable: string | null; before_payable: string | null;
};

const COLUMNS = `r.version_id, r.declaration_id, v.number, r.steps, r.steps_reason, r.accepted_by, r.accepted_at, r.first_by, r.first_at, r.first_outcome, fa.display_name AS first_name, r.second_by, r.second_at,
  sa.display_name AS second_name, r.outcome, r.decided_at, r.arranged, r.weighted_months, r.counted_months, r.refused_months, r.trial_payable, r.before_payable`;
const FROM = `filing_review AS r JOIN filing_version AS v ON v.id = r.version_id JOIN declaration AS d ON d.id = r.declaration_id LEFT JOIN account AS fa ON fa.id = r.first_by LEFT JOIN account AS sa ON sa.id = r.second_by`;
const text = (sum: Fen | null): string | null => (sum === null ? null : sum.toString());

/** Checks of filings, as a scope shows them. Writers have locked the declaration within the scope. */
@Injectable()
export class ReviewRepository {
  /** The latest version first. One statement. */
  async all(tx: Tx, scope: Scope, declarationId: string): Promise<readonly FilingReview[]> {
    const params: unknown[] = [declarationId];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE r.declaration_id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY v.number DESC`, params) as Row[];
    return rows.map(fromRow);
  }

  /** The trial sum of the determined number; null where there is none. */
  async trial(tx: Tx, scope: Scope, versionId: string): Promise<object | null> {
    const params: unknown[] = [versionId];
    const [row] = await tx.query(`SELECT r.trial FROM filing_review AS r JOIN declaration AS d ON d.id = r.declaration_id WHERE r.version_id = $1 AND ${withinScope(scope, declarationScope, params)}`, params) as { trial: object | null }[];
    return row?.trial ?? null;
  }

  async add(tx: Tx, _scope: Scope, { versionId, declarationId, by, firstBy }: { readonly versionId: string; readonly declarationId: string; readonly by: string | null; readonly firstBy: string | null }, { steps, reason }: StepsNeeded, at: Date): Promise<void> {
    await tx.query('INSERT INTO filing_review (version_id, declaration_id, steps, steps_reason, accepted_by, accepted_at, first_by) VALUES ($1, $2, $3, $4, $5, $6, $7)', [versionId, declarationId, steps, reason, by, at, firstBy]);
  }

  async setFirst(tx: Tx, _scope: Scope, versionId: string, by: string | null): Promise<void> {
    await tx.query('UPDATE filing_review SET first_by = $2, first_at = NULL, first_outcome = NULL WHERE version_id = $1', [versionId, by]);
  }

  /** The first check is done; null takes it back. */
  async passFirst(tx: Tx, _scope: Scope, versionId: string, passed: { readonly at: Date; readonly outcome: 'determined' | 'refused'; readonly needed: StepsNeeded } | null): Promise<void> {
    if (passed === null) return void await tx.query('UPDATE filing_review SET first_at = NULL, first_outcome = NULL WHERE version_id = $1', [versionId]);
    const { at, outcome, needed } = passed;
    await tx.query('UPDATE filing_review SET first_at = $2, first_outcome = $3, steps = $4, steps_reason = $5 WHERE version_id = $1', [versionId, at, outcome, needed.steps, needed.reason]);
  }

  async decide(tx: Tx, _scope: Scope, versionId: string, { outcome, at, secondBy, arranged, weightedMonths, countedMonths, refusedMonths, trial, trialPayable, beforePayable }: Decided): Promise<void> {
    await tx.query(
      `UPDATE filing_review SET outcome = $2, decided_at = $3, second_by = $4, second_at = CASE WHEN $4::uuid IS NULL THEN NULL ELSE $3::timestamptz END, arranged = $5, weighted_months = $6, counted_months = $7, refused_months = $8,
         trial = $9, trial_payable = $10, before_payable = $11 WHERE version_id = $1`,
      [versionId, outcome, at, secondBy, arranged, weightedMonths, countedMonths, refusedMonths, trial === null ? null : JSON.stringify(trial), text(trialPayable), text(beforePayable)],
    );
  }

  async remove(tx: Tx, _scope: Scope, versionId: string): Promise<void> {
    await tx.query('DELETE FROM filing_review WHERE version_id = $1 AND outcome IS NULL', [versionId]);
  }
}

const sum = (stored: string | null): Fen | null => (stored === null ? null : fen(BigInt(stored)));

/** The database tells every place of a decimal: `2.4200`. */
const trimmed = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

const fromRow = (row: Row): FilingReview => ({
  versionId: row.version_id, declarationId: row.declaration_id, number: row.number, steps: row.steps, stepsReason: row.steps_reason, acceptedBy: row.accepted_by, acceptedAt: row.accepted_at, firstBy: row.first_by, firstAt: row.first_at,
  firstOutcome: row.first_outcome, firstName: row.first_name, secondBy: row.second_by, secondAt: row.second_at, secondName: row.second_name, outcome: row.outcome, decidedAt: row.decided_at, arranged: row.arranged === null ? null : trimmed(row.arranged),
  weightedMonths: row.weighted_months, countedMonths: row.counted_months, refusedMonths: row.refused_months, trialPayable: sum(row.trial_payable), beforePayable: sum(row.before_payable),
});
