import type { LocalDate } from '../../../kernel/local-date.js';
import { monthsOfYear, yearMonthOf, type YearMonth } from '../../../kernel/year-month.js';

/** Staff of the twelve months of a year; null for a month that nothing is declared for. */
export type YearOfStaff = readonly (number | null)[];

export type HeadcountFault = { readonly month: YearMonth; /** 0 for January. */ readonly at: number; readonly code: 'employers.headcount.future_month' | 'employers.headcount.before_registration' };

/** Only months that are over can be declared, and none before the employer was there. */
export function headcountFaults(year: number, staff: YearOfStaff, today: LocalDate, registeredOn: LocalDate | null): readonly HeadcountFault[] {
  const present = yearMonthOf(today);
  const first = registeredOn === null ? null : yearMonthOf(registeredOn);
  return monthsOfYear(year).flatMap((month, at): HeadcountFault[] => {
    if ((staff[at] ?? null) === null) return [];
    if (month >= present) return [{ month, at, code: 'employers.headcount.future_month' }];
    return first !== null && month < first ? [{ month, at, code: 'employers.headcount.before_registration' }] : [];
  });
}
