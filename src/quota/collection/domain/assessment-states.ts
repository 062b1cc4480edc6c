import { stateMachine } from '../../../kernel/state-machine.js';

/** Where the levy of a determined version stands (缴费状态). */
export type AssessmentState =
  | 'pending' | 'sent' | 'acknowledged' | 'declared' | 'arrears' | 'ordered' | 'late_fee' | 'paid' | 'refund_due' | 'refunded' | 'settled' | 'superseded';

export type AssessmentAct =
  | 'send' | 'acknowledge' | 'declare' | 'fall_behind' | 'order' | 'withdraw_order' | 'expire_order' | 'pay' | 'reopen' | 'find_refund' | 'refund' | 'settle' | 'supersede';

/**
 * The tax side of a determination. What the tax authority and the finance department tell moves it; nothing here assesses.
 *
 * A declaration may arrive before we have sent anything: in companion regions the national platform delivers. Who declared and
 * owes nothing is settled at once, and is open again where a corrected record leaves something to pay. An order is withdrawn by whoever gave it. A corrected version takes the place of any state.
 */
export const assessmentStates = stateMachine<AssessmentState, AssessmentAct>('assessment', 'pending', {
  pending: { send: 'sent', declare: 'declared', fall_behind: 'arrears', supersede: 'superseded' },
  sent: { acknowledge: 'acknowledged', declare: 'declared', fall_behind: 'arrears', supersede: 'superseded' },
  acknowledged: { declare: 'declared', fall_behind: 'arrears', supersede: 'superseded' },
  declared: { pay: 'paid', settle: 'settled', fall_behind: 'arrears', supersede: 'superseded' },
  arrears: { order: 'ordered', pay: 'paid', settle: 'settled', supersede: 'superseded' },
  ordered: { expire_order: 'late_fee', withdraw_order: 'arrears', pay: 'paid', settle: 'settled', supersede: 'superseded' },
  late_fee: { withdraw_order: 'arrears', pay: 'paid', settle: 'settled', supersede: 'superseded' },
  paid: { settle: 'settled', reopen: 'declared', find_refund: 'refund_due', supersede: 'superseded' },
  refund_due: { refund: 'refunded', reopen: 'declared', settle: 'settled', supersede: 'superseded' },
  refunded: { settle: 'settled', supersede: 'superseded' },
  settled: { reopen: 'declared', find_refund: 'refund_due', supersede: 'superseded' },
  superseded: {},
});

/** What undoes a step, for whoever looks at the trail: another act, a record that replaces the one behind it, or nothing but a corrected determination. */
export const undoOf: Readonly<Record<AssessmentAct, 'record' | 'withdraw_order' | 'correction' | 'nothing'>> = {
  send: 'correction', acknowledge: 'correction', declare: 'record', fall_behind: 'record', order: 'withdraw_order', withdraw_order: 'record', expire_order: 'withdraw_order',
  pay: 'record', reopen: 'record', find_refund: 'correction', refund: 'correction', settle: 'correction', supersede: 'nothing',
};

/** States in which money is overdue. */
export const isBehind = (state: AssessmentState): boolean => state === 'arrears' || state === 'ordered' || state === 'late_fee';
