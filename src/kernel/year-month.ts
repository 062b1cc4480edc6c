import { daysInMonth, makeLocalDate, type LocalDate } from './local-date.js';
import { err, ok, type Result } from './result.js';

declare const yearMonthBrand: unique symbol;
/** A calendar month, `YYYY-MM`. A string, so `<` and JSON keep their meaning. */
export type YearMonth = string & { readonly [yearMonthBrand]: true };

const SHAPE = /^\d{4}-(0[1-9]|1[0-2])$/;

export function parseYearMonth(text: string): Result<YearMonth, 'month.malformed'> {
  return SHAPE.test(text) && text >= '0001' ? ok(text as YearMonth) : err('month.malformed');
}

/** A month known to be right in the source; throws on a malformed one. */
export function yearMonth(text: string): YearMonth {
  const parsed = parseYearMonth(text);
  if (!parsed.ok) throw new RangeError(`not a month: ${text}`);
  return parsed.value;
}

export function makeYearMonth(year: number, month: number): YearMonth {
  return yearMonth(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);
}

/** The twelve months of a year, in order. */
export function monthsOfYear(year: number): readonly YearMonth[] {
  return Array.from({ length: 12 }, (_, index) => makeYearMonth(year, index + 1));
}

export const yearMonthOf = (day: LocalDate): YearMonth => day.slice(0, 7) as YearMonth;
export const firstDayOf = (month: YearMonth): LocalDate => `${month}-01` as LocalDate;
export function lastDayOf(month: YearMonth): LocalDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return makeLocalDate(year, number, daysInMonth(year, number));
}

/** Months since year 0: differences of indexes are whole months. */
export const monthIndex = (month: YearMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export function addToMonth(month: YearMonth, months: number): YearMonth {
  const index = monthIndex(month) + months;
  return makeYearMonth(Math.floor(index / 12), (index % 12) + 1);
}

/** `yyyymm`, as tables of millions of months hold it. */
export const monthNumber = (month: YearMonth): number => Number(month.slice(0, 4)) * 100 + Number(month.slice(5));

export const monthOfNumber = (number: number): YearMonth => makeYearMonth(Math.floor(number / 100), number % 100);
