import { monthNumber, monthsOfYear, type YearMonth } from '../../../kernel/year-month.js';

/** Months of a bit mask (bit 0 is January of the base year), in order. */
export const monthsOf = (mask: number, baseYear: number): readonly YearMonth[] => monthsOfYear(baseYear).filter((_, bit) => (mask & (1 << bit)) !== 0);

/** Which months of the base year lie between two months `yyyymm`, both inclusive. */
export function maskBetween(from: number, until: number, baseYear: number): number {
  let mask = 0;
  monthsOfYear(baseYear).forEach((month, bit) => {
    const number = monthNumber(month);
    if (number >= from && number <= until) mask |= 1 << bit;
  });
  return mask;
}
