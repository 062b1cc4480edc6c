import { normaliseText } from '../../../kernel/normalise.js';
import { parseCitizenId } from '../../../kernel/ids/citizen-id.js';
import { matchHeader, REQUIRED_COLUMNS, type ColumnKey, type ColumnMatch, type MonthFund } from './columns.js';
import { CELL, kindAt, textAt, type DateSystem, type SheetRow } from '../../../kernel/sheet/sheet-row.js';
import { serialDay } from '../../../kernel/sheet/read-day.js';

/** Fewer recognised columns than this are not a header. */
const FEWEST_COLUMNS = 3;
const WIDEST = 500;
const LONGEST_TITLE = 120;

/** A recognised column; `title` is the user's own name for it. */
export type Column = { readonly index: number; readonly title: string };

export type MonthColumn = Column & { readonly fund: MonthFund; readonly month: number; readonly year: number | null };

export type Header = {
  /** Row of the sheet in which the header ends. */
  readonly row: number;
  readonly columns: Readonly<Partial<Record<ColumnKey, Column>>>;
  readonly months: readonly MonthColumn[];
  /** Titles that mean nothing to us. */
  readonly ignored: readonly Column[];
  /** Titles with the same meaning as a better one; their cells are not read. */
  readonly doubled: readonly Column[];
};

/**
 * Finds the header among the first rows of a sheet, in one row or two (merged cells leave their other cells empty: a title
 * above several columns belongs to each of them).
 * @returns null where no row looks like one
 */
export function findHeader(rows: readonly SheetRow[], dateSystem: DateSystem): Header | null {
  let best: Header | null = null;
  let bestScore = 0;
  for (let at = 0; at < rows.length; at++) {
    const upper = rows[at] as SheetRow;
    const lower = rows[at + 1];
    const candidates = [readHeader(upper.number, singleTitles(upper, dateSystem))];
    if (lower && lower.number === upper.number + 1 && !looksLikeData(lower)) candidates.push(readHeader(lower.number, doubleTitles(upper, lower, dateSystem)));
    for (const candidate of candidates) {
      const score = scoreOf(candidate);
      if (score > bestScore) [best, bestScore] = [candidate, score];
    }
  }
  return best;
}

/** Required columns that a header lacks. */
export const missingColumns = (header: Header): readonly ColumnKey[] => REQUIRED_COLUMNS.filter((key) => header.columns[key] === undefined);

function scoreOf({ columns, months }: Header): number {
  // Whose code a column holds, a title above may tell: without that title it would be found more easily.
  const found = Object.keys(columns).filter((key) => key !== 'employerUscc').length;
  if (columns.citizenId === undefined && columns.certificateNumber === undefined) return 0;
  return found < FEWEST_COLUMNS ? 0 : found + months.length;
}

/** `own` is the cell's title, `joined` the same with the title of the merged cell above it. */
type Title = { readonly index: number; readonly own: string; readonly joined: string };

const widthOf = (row: SheetRow): number => Math.min(row.texts.length, WIDEST);

function titleAt(row: SheetRow, column: number, dateSystem: DateSystem): string {
  const text = normaliseText(textAt(row, column).slice(0, LONGEST_TITLE));
  // A month column typed as a date is kept as the serial number of its first day.
  if (kindAt(row, column) !== CELL.number || !/^\d{5}$/.test(text)) return text;
  return serialDay(Number(text), dateSystem)?.slice(0, 7) ?? text;
}

function singleTitles(row: SheetRow, dateSystem: DateSystem): readonly Title[] {
  return Array.from({ length: widthOf(row) }, (_, index) => {
    const own = titleAt(row, index, dateSystem);
    return { index, own, joined: own };
  });
}

function doubleTitles(upper: SheetRow, lower: SheetRow, dateSystem: DateSystem): readonly Title[] {
  const titles: Title[] = [];
  let over = '';
  for (let index = 0; index < Math.max(widthOf(upper), widthOf(lower)); index++) {
    const above = titleAt(upper, index, dateSystem);
    const own = titleAt(lower, index, dateSystem);
    if (above !== '') over = above;
    if (own === '') titles.push({ index, own: above, joined: above });
    else titles.push({ index, own, joined: over + own });
  }
  return titles;
}

/** Notes and rows of data never carry a header: a well-formed citizen id gives a row of data away. */
const looksLikeData = (row: SheetRow): boolean => row.texts.some((text) => text.length >= 18 && text.length <= 24 && parseCitizenId(text.slice(0, 18)).ok);

function readHeader(row: number, titles: readonly Title[]): Header {
  const columns: Partial<Record<ColumnKey, Column>> = {};
  const ranks: Partial<Record<ColumnKey, number>> = {};
  const months: MonthColumn[] = [];
  const ignored: Column[] = [];
  const doubled: Column[] = [];
  for (const { index, own, joined } of titles) {
    if (own === '') continue;
    const title = own.slice(0, 60);
    const match = pick(matchHeader(joined), matchHeader(own), joined);
    if (match === null) ignored.push({ index, title });
    else if (match.kind === 'month') {
      const known = months.some((column) => column.fund === match.fund && column.month === match.month && column.year === match.year);
      if (known) doubled.push({ index, title });
      else months.push({ index, title, fund: match.fund, month: match.month, year: match.year });
    } else {
      const rank = ranks[match.key];
      const held = columns[match.key];
      if (held !== undefined && rank !== undefined && rank <= match.rank) {
        doubled.push({ index, title });
        continue;
      }
      if (held !== undefined) doubled.push(held);
      columns[match.key] = { index, title };
      ranks[match.key] = match.rank;
    }
  }
  return settleNumbers({ row, columns, months, ignored, doubled });
}

/** A fund's name above a month is worth more than the month alone; otherwise the joined title wins where it means something. */
function pick(joined: ColumnMatch | null, own: ColumnMatch | null, title: string): ColumnMatch | null {
  // A code under 派遣协议 is some other unit's.
  const isOfOthers = own?.kind === 'column' && own.key === 'employerUscc' && /派遣|用工|对方|另一方|协议/.test(title);
  return joined ?? (isOfOthers ? null : own);
}

/** 证件号码 beside 残疾证号 is the citizen id, where no other column is. */
function settleNumbers(header: Header): Header {
  if (header.columns.citizenId !== undefined || header.columns.certificateNumber === undefined) return header;
  const plain = header.doubled.find(({ title }) => /^证件号码?\*?$/.test(title.replace(/\s/g, '')));
  if (plain === undefined) return header;
  return { ...header, columns: { ...header.columns, citizenId: plain }, doubled: header.doubled.filter((column) => column !== plain) };
}
