import { stateMachine } from '../../../kernel/state-machine.js';

/** 减免缓缴: applied for, forwarded to the finance department, whose decision comes back. */
export type ReliefState = 'made' | 'withdrawn' | 'forwarded' | 'decided';
export type ReliefAct = 'withdraw' | 'forward' | 'decide';

export const reliefStates = stateMachine<ReliefState, ReliefAct>('relief request', 'made', {
  made: { withdraw: 'withdrawn', forward: 'forwarded' },
  withdrawn: {},
  forwarded: { withdraw: 'withdrawn', decide: 'decided' },
  decided: {},
});

export const reliefKinds = ['relief', 'deferral'] as const;
export type ReliefKind = (typeof reliefKinds)[number];

export const reliefOutcomes = ['granted', 'partly', 'refused'] as const;
export type ReliefOutcome = (typeof reliefOutcomes)[number];
