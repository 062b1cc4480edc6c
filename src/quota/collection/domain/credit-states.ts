import type { LocalDate } from '../../../kernel/local-date.js';
import { err, ok, type Result } from '../../../kernel/result.js';
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

export const creditObjectionOutcomes = ['upheld', 'rejected'] as const;
export type CreditObjectionOutcome = (typeof creditObjectionOutcomes)[number];

export type ObjectionRefusal = 'collection.credit.act_not_possible' | 'collection.credit.objection_made' | 'collection.credit.objection_late';

/** Whether an employer may object: to a notice, up to the last day of its term, once. */
export function mayObject({ state, respondBy, objectedAt }: { readonly state: CreditState; readonly respondBy: LocalDate; readonly objectedAt: Date | null }, today: LocalDate): Result<null, ObjectionRefusal> {
  if (objectedAt !== null) return err('collection.credit.objection_made');
  if (state !== 'noticed') return err('collection.credit.act_not_possible');
  return today > respondBy ? err('collection.credit.objection_late') : ok(null);
}

/** Whether an objection waits for its answer: until then nothing is entered. */
export const waitsForAnswer = ({ state, objectedAt, objectionOutcome }: { readonly state: CreditState; readonly objectedAt: Date | null; readonly objectionOutcome: CreditObjectionOutcome | null }): boolean =>
  state === 'noticed' && objectedAt !== null && objectionOutcome === null;
