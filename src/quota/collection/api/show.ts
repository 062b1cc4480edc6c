import { formatYuan, type Fen } from '../../../kernel/money.js';
import type { AssessmentDetail } from '../app/read-assessments.query.js';
import type { Reconciliation } from '../app/reconcile.query.js';
import type { Difference } from '../domain/differences.js';
import type { TaxSide } from '../domain/sides.js';
import type { AssessmentHead } from '../infra/assessment.repository.js';
import type { ReliefDetail, ReliefRequest } from '../infra/relief.repository.js';

/** Sums leave as yuan with two decimals; JSON has no whole numbers of that size. */
const yuan = (sum: Fen | null): string | null => (sum === null ? null : formatYuan(sum));

const told = (value: string | Fen | null): string | null => (typeof value === 'bigint' ? formatYuan(value) : value);
const difference = ({ kind, ours, theirs }: Difference): object => ({ kind, ours: told(ours), theirs: told(theirs) });

export const shownAssessment = ({ trial, ...head }: AssessmentHead): object =>
  ({ ...head, trial: trial === null ? null : { staff: trial.staff, due: yuan(trial.due), relief: yuan(trial.relief), payable: yuan(trial.payable), refund: yuan(trial.refund) } });

const shownSide = ({ declaration, arrears, order, ...side }: TaxSide): object => ({
  declaration: declaration === null ? null : { ...declaration, wages: yuan(declaration.wages), due: yuan(declaration.due), relief: yuan(declaration.relief), payable: yuan(declaration.payable) },
  paid: yuan(side.paid), paidOn: side.paidOn, refunded: yuan(side.refunded), lateFeePaid: yuan(side.lateFeePaid), reliefGranted: yuan(side.reliefGranted), deferredUntil: side.deferredUntil,
  arrears: arrears === null ? null : { ...arrears, amount: yuan(arrears.amount) }, order: order === null ? null : { ...order, amount: yuan(order.amount) },
});

export function shownDetail({ assessment, side, owed, outstanding, overpaid, differences, lateFee, award, before, records, steps, reliefs, credits }: AssessmentDetail): object {
  return {
    ...shownAssessment(assessment), side: shownSide(side), owed: yuan(owed), outstanding: yuan(outstanding), overpaid: yuan(overpaid), differences: differences.map(difference),
    lateFee: lateFee === null ? null : { ...lateFee, principal: yuan(lateFee.principal), fee: yuan(lateFee.fee), paid: yuan(lateFee.paid) },
    award: { ...award, trial: award.trial.kind === 'award' ? { ...award.trial, amount: yuan(award.trial.amount) } : award.trial },
    before: before === null ? null : { ...before, change: yuan(before.change) },
    records: records.map((record) => ({ ...record, amount: yuan(record.amount), payable: yuan(record.payable) })), steps, reliefs: reliefs.map(shownRelief), credits,
  };
}

export const shownRelief = (request: ReliefRequest | ReliefDetail): object =>
  ({ ...request, askedAmount: yuan(request.askedAmount), decision: request.decision === null ? null : { ...request.decision, amount: yuan(request.decision.amount) } });

export const shownReconciliation = ({ totals, rows, undetermined }: Reconciliation): object => ({
  totals: { ...totals, trialPayable: yuan(totals.trialPayable), taxPayable: yuan(totals.taxPayable), paid: yuan(totals.paid), refunded: yuan(totals.refunded) },
  items: rows.items.map(({ assessment, side, differences }) => ({ assessment: shownAssessment(assessment), side: shownSide(side), differences: differences.map(difference) })), next: rows.next,
  undetermined: undetermined.map((row) => ({ ...row, payable: yuan(row.payable), paid: yuan(row.paid) })),
});
