import { err, ok, type Result } from './result.js';

declare const localDateBrand: unique symbol;
/**
 * A calendar day without time zone, ISO `YYYY-MM-DD`, years 0001–9999.
 * It is a string, so `<`, `===` and JSON keep their meaning.
 */
export type LocalDate = string & { readonly [localDateBrand]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Days of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `YYYY-MM-DD`; refuses days that do not exist. */
export function parseLocalDate(text: string): Result<LocalDate, 'date.malformed'> {
  const match = SHAPE.exec(text);
  if (!match) return err('date.malformed');
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return err('date.malformed');
  return ok(text as LocalDate);
}

/** A day known to be right in the source (constants, tests); throws on a malformed one. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new RangeError(`not a day: ${text}`);
  return parsed.value;
}

export function makeLocalDate(year: number, month: number, day: number): LocalDate {
  return localDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
export const monthOf = (day: LocalDate): number => Number(day.slice(5, 7));
export const dayOf = (day: LocalDate): number => Number(day.slice(8, 10));

const toEpoch = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const fromEpoch = (days: number): LocalDate => new Date(days * DAY_MS).toISOString().slice(0, 10) as LocalDate;

export const addDays = (day: LocalDate, days: number): LocalDate => fromEpoch(toEpoch(day) + days);

/** Adds calendar months; a day that the target month lacks becomes its last day (31 Jan + 1 month = 28/29 Feb). */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return makeLocalDate(year, month, Math.min(dayOf(day), daysInMonth(year, month)));
}

export const addYears = (day: LocalDate, years: number): LocalDate => addMonths(day, years * 12);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toEpoch(to) - toEpoch(from);
