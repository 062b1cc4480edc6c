import { stateMachine } from '../../../kernel/state-machine.js';

/** 信用记录: told beforehand, entered when the term has passed, taken out once the employer has made it good. */
export type CreditState = 'noticed' | 'dropped' | 'recorded' | 'removed';
export type CreditAct = 'drop' | 'record' | 'remove';

export const creditStates = stateMachine<CreditState, CreditAct>('credit record', 'noticed', {
  noticed: { drop: 'dropped', record: 'recorded' },
  dropped: {},
  recorded: { remove: 'removed' },
  removed: {},
});

export const dropReasons = ['paid', 'met', 'objection_upheld', 'mistake'] as const;
export type DropReason = (typeof dropReasons)[number];

export const removalReasons = ['paid', 'met', 'corrected', 'mistake'] as const;
export type RemovalReason = (typeof removalReasons)[number];
