import { Injectable } from '@nestjs/common';
import { fen, type Fen } from '../../../kernel/money.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { EmployerFacts } from '../domain/employer-facts.js';
import { declarationScope } from './declaration.repository.js';

/** One version of a filing, without its lines. */
export type FilingVersionHead = EmployerFacts & {
  readonly id: string;
  readonly declarationId: string;
  readonly number: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly committedAt: Date | null;
  readonly committedBy: string | null;
  /** As it was said with this version or with one before it. */
  readonly lateReason: string | null;
  /** Day by which the lines' counts were judged last. */
  readonly judgedOn: string | null;
  /** Of the stored trial sum; null before the submission. */
  readonly trialPayable: Fen | null;
  readonly arranged: string | null;
  readonly policyHash: string | null;
};

type Row = {
  id: string; declaration_id: string; number: number; created_at: Date; created_by: string | null; changed_at: Date; submitted_at: Date | null; committed_at: Date | null; committed_by: string | null;
  monthly_staff: (number | null)[] | null; seasonal: EmployerFacts['seasonal']; dispatched_staff: number | null; total_wages: string | null; already_paid: string;
  late_reason: string | null; late_version: string | null; judged_on: string | null; trial_payable: string | null; arranged: string | null; policy_hash: string | null;
};

const COLUMNS = `v.id, v.declaration_id, v.number, v.created_at, v.created_by, v.changed_at, v.submitted_at, v.committed_at, v.committed_by, v.monthly_staff, v.seasonal, v.dispatched_staff,
  v.total_wages, v.already_paid, late.late_reason, late.id AS late_version, v.judged_on, v.trial_payable, v.arranged, v.policy_hash`;
/** Why a filing is late was said once: a version that follows says it too, until it says something else. */
const FROM = `filing_version AS v JOIN declaration AS d ON d.id = v.declaration_id
  LEFT JOIN LATERAL (SELECT w.id, w.late_reason FROM filing_version AS w WHERE w.declaration_id = v.declaration_id AND w.number <= v.number AND w.late_reason IS NOT NULL ORDER BY w.number DESC LIMIT 1) AS late ON true`;
const lateReasonOf = (rowId: string) => ({ table: 'filing_version', column: 'late_reason', rowId });

/** What the next version takes over; it commits to nothing yet. */
const COPIED_FACTS = 'monthly_staff, seasonal, dispatched_staff, total_wages, already_paid, judged_on';

/** The versions of filings, as a scope shows them. */
@Injectable()
export class VersionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** `number` null: the current one. */
  async find(tx: Tx, scope: Scope, declarationId: string, number: number | null): Promise<FilingVersionHead | null> {
    const params: unknown[] = [declarationId, number];
    const [row] = await tx.query(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND v.number = coalesce($2::smallint, d.current_version) AND ${withinScope(scope, declarationScope, params)}`, params,
    ) as Row[];
    return row ? this.shown(row) : null;
  }

  /** The latest first. */
  async list(tx: Tx, scope: Scope, declarationId: string): Promise<readonly FilingVersionHead[]> {
    const params: unknown[] = [declarationId];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY v.number DESC`, params) as Row[];
    return rows.map((row) => this.shown(row));
  }

  /** The declaration was made or locked within the scope. */
  async addFirst(tx: Tx, _scope: Scope, id: string, declarationId: string, by: string | null, at: Date): Promise<void> {
    await tx.query('INSERT INTO filing_version (id, declaration_id, number, created_at, created_by, changed_at) VALUES ($1, $2, 1, $3, $4, $3)', [id, declarationId, at, by]);
  }

  /** A version behind the last one, with its facts of the employer and not yet its lines. @returns its number */
  async addCopy(tx: Tx, _scope: Scope, id: string, from: string, by: string | null, at: Date): Promise<number> {
    const [row] = await tx.query(
      `INSERT INTO filing_version (id, declaration_id, number, created_at, created_by, changed_at, ${COPIED_FACTS})
       SELECT $1, declaration_id, number + 1, $3, $4, $3, ${COPIED_FACTS} FROM filing_version WHERE id = $2 RETURNING number`,
      [id, from, at, by],
    ) as { number: number }[];
    if (row === undefined) throw new Error(`no version ${from}`);
    return row.number;
  }

  async changeFacts(tx: Tx, _scope: Scope, id: string, { monthlyStaff, seasonal, dispatchedStaff, totalWages, alreadyPaid }: EmployerFacts, at: Date): Promise<void> {
    await tx.query(
      `UPDATE filing_version SET monthly_staff = $2, seasonal = $3, dispatched_staff = $4, total_wages = $5, already_paid = $6, changed_at = $7, committed_at = NULL, committed_by = NULL WHERE id = $1`,
      [id, monthlyStaff, JSON.stringify(seasonal), dispatchedStaff, totalWages?.toString() ?? null, alreadyPaid.toString(), at],
    );
  }

  /** A change of lines: what was committed to is no longer what stands there. */
  async linesChanged(tx: Tx, _scope: Scope, id: string, at: Date): Promise<void> {
    await tx.query('UPDATE filing_version SET changed_at = $2, committed_at = NULL, committed_by = NULL WHERE id = $1', [id, at]);
  }

  /** Every line was judged by the law and the certificates of a day. */
  async judged(tx: Tx, _scope: Scope, id: string, day: string): Promise<void> {
    await tx.query('UPDATE filing_version SET judged_on = $2 WHERE id = $1', [id, day]);
  }

  async commitTo(tx: Tx, _scope: Scope, id: string, by: string, at: Date): Promise<void> {
    await tx.query('UPDATE filing_version SET committed_at = $2, committed_by = $3 WHERE id = $1', [id, at, by]);
  }

  /** Freezes the version with the trial sum that the clerk saw. */
  async submit(tx: Tx, _scope: Scope, id: string, { at, lateReason, trial, trialPayable, arranged, policyHash }: {
    readonly at: Date; readonly lateReason: string | null; readonly trial: object | null; readonly trialPayable: Fen | null; readonly arranged: string | null; readonly policyHash: string | null;
  }): Promise<void> {
    await tx.query(
      'UPDATE filing_version SET submitted_at = $2, late_reason = $3, trial = $4, trial_payable = $5, arranged = $6, policy_hash = $7 WHERE id = $1',
      [id, at, lateReason === null ? null : this.cipher.seal(lateReason, lateReasonOf(id)), trial === null ? null : JSON.stringify(trial), trialPayable?.toString() ?? null, arranged, policyHash],
    );
  }

  /** A version written by the federation: the facts and the statement of truth are those of the version that it takes the place of. */
  async adopt(tx: Tx, _scope: Scope, declarationId: string, number: number, at: Date): Promise<void> {
    await tx.query(
      `UPDATE filing_version AS v SET submitted_at = $3, changed_at = $3, committed_at = b.committed_at, committed_by = b.committed_by, trial = b.trial, trial_payable = b.trial_payable, arranged = b.arranged, policy_hash = b.policy_hash
       FROM declaration AS d JOIN filing_version AS b ON b.declaration_id = d.id AND b.number = d.current_version WHERE d.id = $1 AND v.declaration_id = d.id AND v.number = $2 AND v.submitted_at IS NULL`,
      [declarationId, number, at],
    );
  }

  /** One that was never handed in, with its lines. */
  async drop(tx: Tx, _scope: Scope, declarationId: string, number: number): Promise<void> {
    await tx.query('DELETE FROM filing_version WHERE declaration_id = $1 AND number = $2 AND submitted_at IS NULL', [declarationId, number]);
  }

  /** The stored trial sum with its statement; null before the submission. */
  async trial(tx: Tx, scope: Scope, declarationId: string, number: number): Promise<object | null> {
    const params: unknown[] = [declarationId, number];
    const [row] = await tx.query(`SELECT v.trial FROM ${FROM} WHERE d.id = $1 AND v.number = $2 AND ${withinScope(scope, declarationScope, params)}`, params) as { trial: object | null }[];
    return row?.trial ?? null;
  }

  private shown(row: Row): FilingVersionHead {
    return {
      id: row.id, declarationId: row.declaration_id, number: row.number, createdAt: row.created_at, createdBy: row.created_by, changedAt: row.changed_at, submittedAt: row.submitted_at,
      committedAt: row.committed_at, committedBy: row.committed_by, monthlyStaff: row.monthly_staff, seasonal: row.seasonal, dispatchedStaff: row.dispatched_staff,
      totalWages: row.total_wages === null ? null : fen(BigInt(row.total_wages)), alreadyPaid: fen(BigInt(row.already_paid)),
      lateReason: row.late_reason === null || row.late_version === null ? null : this.cipher.open(row.late_reason, lateReasonOf(row.late_version)),
      judgedOn: row.judged_on, trialPayable: row.trial_payable === null ? null : fen(BigInt(row.trial_payable)), arranged: row.arranged, policyHash: row.policy_hash,
    };
  }
}
