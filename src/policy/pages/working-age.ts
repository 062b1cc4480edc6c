import { addToMonth, yearMonth, type YearMonth } from '../../kernel/year-month.js';
import type { RetirementStep } from '../parameters.js';

/** Births from `bornFrom` to `bornTo` (null: and later) that share one retirement age. */
export type AgeRow = {
  readonly bornFrom: YearMonth;
  readonly bornTo: YearMonth | null;
  readonly years: number;
  readonly months: number;
  /** Months in which the age is reached by the first and the last of them; the second null where births go on. */
  readonly reachedFrom: YearMonth;
  readonly reachedTo: YearMonth | null;
};

/** The table that a rising retirement age stands for, earliest births first; empty while the age does not rise. */
export function ageRows(step: RetirementStep): readonly AgeRow[] {
  if (step.delay === null) return [];
  const { bornFrom, everyMonths, maxMonths } = step.delay;
  return Array.from({ length: maxMonths }, (_, index): AgeRow => {
    const delay = index + 1;
    const last = delay === maxMonths;
    const months = step.ageYears * 12 + delay;
    const first = addToMonth(yearMonth(bornFrom), index * everyMonths);
    const end = last ? null : addToMonth(first, everyMonths - 1);
    return { bornFrom: first, bornTo: end, years: Math.floor(months / 12), months: months % 12, reachedFrom: addToMonth(first, months), reachedTo: end && addToMonth(end, months) };
  });
}
