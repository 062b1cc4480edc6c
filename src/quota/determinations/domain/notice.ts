import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import type { CountedDay, ParameterValues } from '../../../policy/parameters.js';

/** `review`: what employers had to place and placed; `relief`: who was granted relief or deferral in a year. */
export const noticeKinds = ['review', 'relief'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const withdrawalReasons = ['wrong_region', 'wrong_year', 'wrong_numbers', 'other'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

export type NoticeTerm = ParameterValues['review.notice_days'];

export type NoticeState = 'open' | 'closed' | 'withdrawn';

/**
 * The last day for objections: the day of publication does not count.
 * @param working the last of so many working days after the publication
 */
export const closingDay = (published: LocalDate, { days, kind }: NoticeTerm, working: (days: number) => CountedDay): CountedDay =>
  (kind === 'calendar' ? { day: addDays(published, days), assumed: [] } : working(days));

export function noticeState({ closesOn, withdrawnAt }: { readonly closesOn: LocalDate; readonly withdrawnAt: Date | null }, today: LocalDate): NoticeState {
  if (withdrawnAt !== null) return 'withdrawn';
  return today > closesOn ? 'closed' : 'open';
}
