import type { LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import { assessmentStates, type AssessmentAct, type AssessmentState } from './assessment-states.js';
import { isDeferred, outstandingOf, overpaidOf, owedOf, type TaxSide } from './sides.js';

/**
 * The steps that follow from what has been told, in order. None where nothing new was told.
 * @param lateFeeOwed up to the day on which the principal was paid; @param day today
 */
export function nextActs(from: AssessmentState, side: TaxSide, lateFeeOwed: Fen, day: LocalDate): readonly AssessmentAct[] {
  const acts: AssessmentAct[] = [];
  let state = from;
  for (let act = nextAct(state, side, lateFeeOwed, day); act !== null; act = nextAct(state, side, lateFeeOwed, day)) {
    const next = assessmentStates.next(state, act);
    if (!next.ok) throw new Error(`${act} is not possible in ${state}`);
    acts.push(act);
    state = next.value;
  }
  return acts;
}

function nextAct(state: AssessmentState, side: TaxSide, lateFeeOwed: Fen, day: LocalDate): AssessmentAct | null {
  const owed = owedOf(side);
  const isPaid = owed !== null && outstandingOf(side) === 0n;
  const isBehind = side.arrears !== null && side.arrears.amount > 0n && !isPaid && !isDeferred(side, day);
  switch (state) {
    case 'pending':
    case 'sent':
    case 'acknowledged':
      if (side.declaration !== null) return 'declare';
      return isBehind ? 'fall_behind' : null;
    case 'declared':
      if (isPaid) return side.paid > 0n ? 'pay' : 'settle';
      return isBehind ? 'fall_behind' : null;
    case 'arrears':
      if (isPaid) return side.paid > 0n ? 'pay' : 'settle';
      return side.order !== null ? 'order' : null;
    case 'ordered':
    case 'late_fee':
      // Relief may have left nothing to pay.
      if (isPaid) return side.paid > 0n ? 'pay' : 'settle';
      if (side.order === null) return 'withdraw_order';
      return state === 'ordered' && day > side.order.expiresOn && !isDeferred(side, day) ? 'expire_order' : null;
    case 'paid':
      // A payment or a declaration was corrected.
      if (!isPaid) return 'reopen';
      if (overpaidOf(side) > 0n) return 'find_refund';
      return side.lateFeePaid >= lateFeeOwed ? 'settle' : null;
    case 'refund_due':
      // A record was corrected before the refund came, or the refund was larger than what was paid too much.
      if (!isPaid) return 'reopen';
      if (overpaidOf(side) === 0n) return 'settle';
      return side.refunded >= overpaidOf(side) ? 'refund' : null;
    case 'refunded': return 'settle';
    case 'settled':
      if (owed !== null && !isPaid) return 'reopen';
      return overpaidOf(side) > side.refunded ? 'find_refund' : null;
    case 'superseded': return null;
  }
}
