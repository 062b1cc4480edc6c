import { addDays, daysInMonth, localDate, makeLocalDate, yearOf, type LocalDate } from '../local-date.js';
import { toHalfWidth } from '../normalise.js';
import { err, ok, type Result } from '../result.js';
import { CELL, type CellKind, type DateSystem } from './sheet-row.js';

export type DayFault = 'day_malformed' | 'day_out_of_range';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const FIRST_SERIAL_YEAR = 1950;
const WINDOWS_START = localDate('1899-12-30');
const MACINTOSH_START = localDate('1904-01-01');
/** Excel's calendar has a 29 February 1900; days before it are one off. */
const FIRST_TRUE_SERIAL = 61;

const FULL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})(?:[-/.年])(\d{1,2})月?$/;
const MONTH_DIGITS = /^(\d{4})(\d{2})$/;

/** The day of a spreadsheet's serial number; null outside 1900–2100. */
export function serialDay(serial: number, system: DateSystem): LocalDate | null {
  const days = Math.floor(serial);
  if (system === 1900 ? days < FIRST_TRUE_SERIAL : days < 0) return null;
  if (days > 75_000) return null;
  return addDays(system === 1900 ? WINDOWS_START : MACINTOSH_START, days);
}

/** Reads a day as people and spreadsheets write it: 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301, serial numbers. */
export function readDay(text: string, kind: CellKind, system: DateSystem): Result<LocalDate, DayFault> {
  const plain = compact(text);
  const serial = kind === CELL.number ? readSerial(plain, system) : null;
  if (serial) return ok(serial);
  const match = FULL.exec(plain);
  if (match) return dayOf(match[1] as string, match[2] as string, match[3] as string);
  const digits = DIGITS.exec(plain);
  return digits ? dayOf(digits[1] as string, digits[2] as string, digits[3] as string) : err('day_malformed');
}

/** As `readDay`, a month alone being its first or last day: insurance begins and ends with months. */
export function readMonthOrDay(text: string, kind: CellKind, system: DateSystem, end: 'first' | 'last'): Result<LocalDate, DayFault> {
  const plain = compact(text);
  const match = MONTH.exec(plain) ?? MONTH_DIGITS.exec(plain);
  if (!match) return readDay(text, kind, system);
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (month < 1 || month > 12) return err('day_malformed');
  return dayOf(String(year), String(month), String(end === 'first' ? 1 : daysInMonth(year, month)));
}

/** Without the time of day, which some exports append, and without spaces. */
const compact = (text: string): string => 
  toHalfWidth(text).trim().replace(/\s+/g, ' ').replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?$/, '').replaceAll(' ', '');

/** Numbers that mean years or months of the 1900s are typing errors, not days: `2024` in a date column is no day of 1905. */
function readSerial(text: string, system: DateSystem): LocalDate | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const day = serialDay(Number(text), system);
  return day !== null && yearOf(day) >= FIRST_SERIAL_YEAR ? day : null;
}

function dayOf(year: string, month: string, day: string): Result<LocalDate, DayFault> {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return err('day_malformed');
  return y < FIRST_YEAR || y > LAST_YEAR ? err('day_out_of_range') : ok(makeLocalDate(y, m, d));
}
