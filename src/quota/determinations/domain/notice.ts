import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import type { ParameterValues } from '../../../policy/parameters.js';

/** `review`: what employers had to place and placed; `relief`: who was granted relief or deferral in a year. */
export const noticeKinds = ['review', 'relief'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const withdrawalReasons = ['wrong_region', 'wrong_year', 'wrong_numbers', 'other'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

export type NoticeTerm = ParameterValues['review.notice_days'];

export type NoticeState = 'open' | 'closed' | 'withdrawn';

const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/**
 * The last day for objections: the day of publication does not count. Statutory holidays are not in our data, so working days
 * are Mondays to Fridays: over a holiday the window is shorter than the law's, and whoever publishes may set a later day.
 */
export function closingDay(published: LocalDate, { days, kind }: NoticeTerm): LocalDate {
  if (kind === 'calendar') return addDays(published, days);
  let day = published;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}

export function noticeState({ closesOn, withdrawnAt }: { readonly closesOn: LocalDate; readonly withdrawnAt: Date | null }, today: LocalDate): NoticeState {
  if (withdrawnAt !== null) return 'withdrawn';
  return today > closesOn ? 'closed' : 'open';
}
