import { localDate, type LocalDate } from '../../../kernel/local-date.js';
import type { Window } from '../../../policy/parameters.js';

/** The days between which filings of a year are taken; null where a day is not known. */
export type FilingWindow = { readonly opens: LocalDate | null; readonly closes: LocalDate | null };

/** `early`: not open yet. `open`: between the days, or an end that is not known does not stand in the way. `over`: closed. */
export type WindowState = 'early' | 'open' | 'over';

export function filingWindow(window: Window | null, year: number): FilingWindow {
  const day = (monthDay: string | null): LocalDate | null => (monthDay === null ? null : localDate(`${year}-${monthDay}`));
  return { opens: day(window?.opens ?? null), closes: day(window?.closes ?? null) };
}

/** The last day belongs to the window (11月1日零时系统关闭). */
export function windowState({ opens, closes }: FilingWindow, today: LocalDate): WindowState {
  if (opens !== null && today < opens) return 'early';
  return closes !== null && today > closes ? 'over' : 'open';
}

/** Whether both days are known; else the pages say which one is not. */
export const isKnown = ({ opens, closes }: FilingWindow): boolean => opens !== null && closes !== null;

/** Whether the last day of a declaration is over; one without a known last day is never past it. */
export const isPast = ({ deadline }: { readonly deadline: LocalDate | null }, today: LocalDate): boolean => deadline !== null && deadline < today;
