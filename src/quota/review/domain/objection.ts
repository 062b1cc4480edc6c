import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { err, ok, type Result } from '../../../kernel/result.js';

/** What an employer says against the decision of a line; a closed list, with words. */
export const objectionGrounds = ['worked_there', 'paper_available', 'register_wrong', 'rule_wrong', 'other'] as const;
export type ObjectionGround = (typeof objectionGrounds)[number];

export type ObjectionAnswer = 'upheld' | 'partly' | 'rejected';

/** What the second look at a line gave its employer. Bit masks of months: decided before, decided now, claimed. */
export function answerOf(before: number, now: number, claimed: number): ObjectionAnswer {
  if (now === claimed && now !== before) return 'upheld';
  return (now & ~before) === 0 ? 'rejected' : 'partly';
}

/** Last day for an objection; null where the place has no term that is known. */
export const objectionUntil = (decidedOn: LocalDate, days: number | null): LocalDate | null => (days === null ? null : addDays(decidedOn, days));

export type DisputedLine = { readonly lineId: string; readonly ground: ObjectionGround; readonly words: string | null };

export type ObjectionFault = 'review.objection.too_late' | 'review.objection.nothing_disputed' | 'review.objection.line_twice' | 'review.objection.line_counts_whole';

/** @param refused lines of which not every claimed month counts: against the others there is nothing to say */
export function checkObjection(lines: readonly DisputedLine[], refused: ReadonlySet<string>, until: LocalDate | null, today: LocalDate): Result<null, ObjectionFault> {
  if (until !== null && today > until) return err('review.objection.too_late');
  if (lines.length === 0) return err('review.objection.nothing_disputed');
  if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length) return err('review.objection.line_twice');
  return lines.every(({ lineId }) => refused.has(lineId)) ? ok(null) : err('review.objection.line_counts_whole');
}
