import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { err, ok, type Result } from '../../../kernel/result.js';

/** What a line or the filing needs; a closed list: the papers that a comparison can ask for, and what only a reviewer asks. `facts` are those of the employer. */
export const needs = ['certificate', 'contract', 'wage', 'pension', 'medical', 'identity', 'post', 'pension_status', 'household', 'dispatch', 'facts', 'other'] as const;
export type Need = (typeof needs)[number];

/** `lineId` null: the filing as a whole. */
export type NeededThing = { readonly lineId: string | null; readonly need: Need; readonly words: string | null };

export type ReturnFault = 'review.return.nothing_needed' | 'review.return.due_required' | 'review.return.due_passed' | 'review.return.words_required';

/**
 * What an employer is asked, by when. Where the place has no term that is known, the reviewer says the day.
 * @param dueOn as the reviewer wishes; null: the place's term
 * @returns the day by which the filing is to come back
 */
export function checkReturn(items: readonly NeededThing[], dueOn: LocalDate | null, days: number | null, today: LocalDate): Result<LocalDate, ReturnFault> {
  if (items.length === 0) return err('review.return.nothing_needed');
  if (items.some(({ need, words }) => need === 'other' && words === null)) return err('review.return.words_required');
  if (dueOn !== null) return dueOn <= today ? err('review.return.due_passed') : ok(dueOn);
  return days === null ? err('review.return.due_required') : ok(addDays(today, days));
}

/** From when on a filing that waits for its employer may be treated as nobody placed: the day after its last day; null where that is not known. */
export const noneFrom = (dueOn: LocalDate | null): LocalDate | null => (dueOn === null ? null : addDays(dueOn, 1));

/** Whether that day has come. Whoever is late and never handed in has had the whole window. */
export function mayCountAsNone(state: string, dueOn: LocalDate | null, today: LocalDate): boolean {
  const from = noneFrom(dueOn);
  return state === 'late' || (state === 'returned' && from !== null && from <= today);
}
