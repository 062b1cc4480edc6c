import { addToMonth, firstDayOf, monthIndex, yearMonthOf, makeYearMonth } from '../../../kernel/year-month.js';
import { toHalfWidth } from '../../../kernel/normalise.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { ALL_MONTHS, NO_MONTHS_KNOWN, type KnownMonths } from '../../counting/index.js';
import type { ColumnKey } from './columns.js';
import type { MonthColumn } from './header.js';
import type { RowCells } from './row-cells.js';

export type InsuranceColumns = {
  readonly baseYear: number;
  /** January first; null where the fund has no month columns. */
  readonly pensionMonths: readonly MonthColumn[] | null;
  readonly medicalMonths: readonly MonthColumn[] | null;
};

type Fund = { readonly months: readonly MonthColumn[] | null; readonly from: ColumnKey; readonly to: ColumnKey; readonly insured: ColumnKey };

export type Insurance = { readonly pension: KnownMonths; readonly medical: KnownMonths };

/**
 * Insured months of the base year. Month columns say it most exactly; a row that leaves all twelve blank was not filled in
 * there, and the dates or the yes-or-no column answer instead. A column for one fund wins over one for both.
 */
export function readInsurance(cells: RowCells, columns: InsuranceColumns): Insurance {
  const both = readList(cells) ?? readFund(cells, columns, { months: null, from: 'insuredFrom', to: 'insuredTo', insured: 'insured' });
  const pension = readFund(cells, columns, { months: columns.pensionMonths, from: 'pensionFrom', to: 'pensionTo', insured: 'pensionInsured' });
  const medical = columns.medicalMonths !== null && columns.medicalMonths === columns.pensionMonths
    ? pension
    : readFund(cells, columns, { months: columns.medicalMonths, from: 'medicalFrom', to: 'medicalTo', insured: 'medicalInsured' });
  return { pension: pension ?? both ?? NO_MONTHS_KNOWN, medical: medical ?? both ?? NO_MONTHS_KNOWN };
}

/** Null where the row says nothing about the fund. */
function readFund(cells: RowCells, columns: InsuranceColumns, fund: Fund): KnownMonths | null {
  return readMonths(cells, fund.months) ?? readRange(cells, columns, fund) ?? readYesOrNo(cells, columns, fund.insured);
}

function readMonths(cells: RowCells, months: readonly MonthColumn[] | null): KnownMonths | null {
  if (months === null) return null;
  let yes = 0;
  let said = false;
  for (const column of months) {
    const cell = cells.marked(column);
    if (cell === null) continue;
    said = true;
    const mark = cells.values.mark(cell.text, 0);
    if (mark === null) cells.faultWithValue(cell, 'month_mark_unknown');
    else if (mark) yes |= 1 << (column.month - 1);
  }
  if (said) return { known: ALL_MONTHS, yes };
  cells.note('months_all_blank', months[0] as MonthColumn);
  return null;
}

/** `1-6、9` in one cell, as the national platform's export has it. A single number may be a month or a count: it says nothing. */
function readList(cells: RowCells): KnownMonths | null {
  const cell = cells.get('insuredMonths');
  if (cell === null) return null;
  const parts = toHalfWidth(cell.text).replace(/[\s月]/g, '').split(/[、,;；]/).filter((part) => part !== '');
  const runs = parts.map((part) => /^(\d{1,2})(?:[-~—–至到](\d{1,2}))?$/.exec(part));
  const isSingle = runs.length === 1 && runs[0]?.[2] === undefined;
  let yes = 0;
  for (const run of runs) {
    const [first, last] = [Number(run?.[1]), Number(run?.[2] ?? run?.[1])];
    if (run === null || isSingle || first < 1 || last > 12 || last < first) {
      cells.note('months_of_insurance_unknown', cell.column);
      return null;
    }
    yes |= ((1 << (last - first + 1)) - 1) << (first - 1);
  }
  return { known: ALL_MONTHS, yes };
}

function readRange(cells: RowCells, { baseYear }: InsuranceColumns, { from, to }: Fund): KnownMonths | null {
  const start = readEdge(cells, from, 'first');
  const end = readEdge(cells, to, 'last');
  if (start === 'faulty' || end === 'faulty') return NO_MONTHS_KNOWN;
  if (start !== null && end !== null && end < start) {
    cells.faultIn(to, 'insurance_end_before_start', { start, end });
    return NO_MONTHS_KNOWN;
  }
  if (start === null && end === null) return null;
  const until = end === null ? ALL_MONTHS : upTo(end, baseYear);
  if (start !== null) return { known: ALL_MONTHS, yes: until & ~before(start, baseYear) };
  // Since when is not known; afterwards it is known that nothing was paid.
  return { known: ALL_MONTHS & ~until, yes: 0 };
}

function readEdge(cells: RowCells, key: ColumnKey, end: 'first' | 'last'): LocalDate | null | 'faulty' {
  const cell = cells.get(key);
  if (cell === null || /^(?:至今|在保|正常参?缴?保?)$/.test(cell.text.trim())) return null;
  const day = end === 'first' ? cells.values.firstDay(cell.text, cell.kind) : cells.values.lastDay(cell.text, cell.kind);
  if (day.ok) return day.value;
  cells.faultWithValue(cell, day.error);
  return 'faulty';
}

function readYesOrNo(cells: RowCells, { baseYear }: InsuranceColumns, key: ColumnKey): KnownMonths | null {
  const cell = cells.markedIn(key);
  if (cell === null) return null;
  const text = cell.text.trim();
  const count = /^(\d{1,2})(?:\.0+)?(?:个?月)?$/.exec(text);
  const months = count === null ? null : Number(count[1]);
  // A count of months does not say which ones.
  if (months !== null && months > 1 && months < 12) {
    cells.note('months_of_insurance_unknown', cell.column);
    return NO_MONTHS_KNOWN;
  }
  if (months === 12) return { known: ALL_MONTHS, yes: ALL_MONTHS };
  const mark = cells.values.mark(text, 0);
  if (mark !== null) return { known: ALL_MONTHS, yes: mark ? ALL_MONTHS : 0 };
  const since = cells.values.firstDay(text, cell.kind);
  if (since.ok) return { known: ALL_MONTHS, yes: ALL_MONTHS & ~before(since.value, baseYear) };
  cells.faultWithValue(cell, 'month_mark_unknown');
  return NO_MONTHS_KNOWN;
}

/** Months of the base year up to the month of a day, that month included. */
export function upTo(day: LocalDate, baseYear: number): number {
  const months = monthIndex(yearMonthOf(day)) - monthIndex(makeYearMonth(baseYear, 1)) + 1;
  if (months <= 0) return 0;
  return months >= 12 ? ALL_MONTHS : (1 << months) - 1;
}

/** Months of the base year before the month of a day. */
export const before = (day: LocalDate, baseYear: number): number => upTo(firstDayOf(addToMonth(yearMonthOf(day), -1)), baseYear);
