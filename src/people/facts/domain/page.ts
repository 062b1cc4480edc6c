import { err, ok, type Result } from '../../../kernel/result.js';
import { COUNTRY, parseRegionCode, regionPrefix } from '../../../kernel/region-code.js';
import { CELL, type SheetRow } from '../../../kernel/sheet/sheet-row.js';
import { monthNumber, parseYearMonth } from '../../../kernel/year-month.js';
import type { Coverage } from './kinds.js';

/** A page of an HTTP register: `{"asOf", "rows": [{…}], "next": cursor or null, "covers": [{"region", "from", "until"}]}`. */
export type FactPage = {
  readonly asOf: Date;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Of the next page; null on the last. */
  readonly next: string | null;
  readonly covers: readonly Coverage[];
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/;
const LONGEST_CURSOR = 1_000;
/** Of a name that nobody knows, as it is told. */
const LONGEST_NAME = 40;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns what is wrong, in the words of the format, never a value of a row */
export function readPage(text: string): Result<FactPage, string> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return err('JSON');
  }
  if (!isRecord(body)) return err('{}');
  const { asOf, rows, next = null, covers = [], ...more } = body;
  if (Object.keys(more).length > 0) return err(Object.keys(more).join(', ').slice(0, 60));
  const at = typeof asOf === 'string' && INSTANT.test(asOf) ? new Date(asOf) : null;
  if (at === null || Number.isNaN(at.getTime())) return err('asOf');
  if (!Array.isArray(rows) || !rows.every(isRecord)) return err('rows');
  if (next !== null && (typeof next !== 'string' || next === '' || next.length > LONGEST_CURSOR)) return err('next');
  if (!Array.isArray(covers)) return err('covers');
  const regions = covers.map(readCoverage);
  if (regions.includes(null)) return err('covers');
  return ok({ asOf: at, rows, next, covers: regions.filter((coverage) => coverage !== null) });
}

function readCoverage(value: unknown): Coverage | null {
  if (!isRecord(value)) return null;
  const region = parseRegionCode(String(value['region']));
  const [from, until] = [parseYearMonth(String(value['from'])), parseYearMonth(String(value['until']))];
  if (!region.ok || !from.ok || !until.ok || until.value < from.value) return null;
  return { regionPrefix: region.value === COUNTRY ? '' : regionPrefix(region.value), fromMonth: monthNumber(from.value), untilMonth: monthNumber(until.value) };
}

/** A row of a page as a row of a table with these columns, or the field that is none of them or no plain value. */
export function pageRow(row: Readonly<Record<string, unknown>>, number: number, keys: readonly string[]): Result<SheetRow, string> {
  const kinds: number[] = [];
  const texts: string[] = [];
  for (const key of keys) {
    const value = row[key] ?? null;
    if (value !== null && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return err(key);
    kinds.push(value === null || value === '' ? CELL.empty : typeof value === 'number' ? CELL.number : CELL.text);
    texts.push(value === null ? '' : String(value));
  }
  const stray = Object.keys(row).find((key) => !keys.includes(key));
  return stray === undefined ? ok({ number, hidden: false, kinds, texts }) : err(stray.slice(0, LONGEST_NAME));
}
