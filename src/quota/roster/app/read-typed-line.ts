import { err, ok, type Result } from '../../../kernel/result.js';
import { CELL, type SheetRow } from '../../../kernel/sheet/sheet-row.js';
import { judgePerson, sumsOf, type CountingYear } from '../../counting/index.js';
import type { ColumnKey } from '../domain/columns.js';
import type { RowError } from '../domain/faults.js';
import type { Column, Header, MonthColumn } from '../domain/header.js';
import { RowReader } from '../domain/read-row.js';
import type { FileLine } from './file-lines.js';

/** A line as somebody typed it into a form: texts by column, and the twelve insured months where they were asked for. */
export type TypedLine = {
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>;
  /** January first; null where nobody was asked. */
  readonly insuredMonths: readonly boolean[] | null;
};

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Reads a typed line as if it were the one row of a roster: the same rules, the same codes.
 * @returns faults whose `column` is the column's key
 */
export function readTypedLine({ cells, insuredMonths }: TypedLine, year: CountingYear): Result<FileLine, readonly RowError[]> {
  const keys = Object.keys(cells) as ColumnKey[];
  const columns: Partial<Record<ColumnKey, Column>> = Object.fromEntries(keys.map((key, index) => [key, { index, title: key }]));
  const months = (insuredMonths ?? []).map((_, at): MonthColumn => ({ index: keys.length + at, title: `month-${at + 1}`, fund: 'both', month: at + 1, year: null }));
  const texts = [...keys.map((key) => cells[key] ?? ''), ...(insuredMonths ?? []).map((paid) => (paid ? '1' : '0'))];
  const header: Header = { row: 0, columns, months, ignored: [], doubled: [] };
  const row: SheetRow = { number: 1, hidden: false, kinds: texts.map((text) => (text.trim() === '' ? CELL.empty : CELL.text)), texts };
  const reader = new RowReader({ header, baseYear: year.baseYear, dateSystem: 1900, standardTitle: (key) => key, remark: () => undefined, keepsWords: true, ownUscc: null, ownCodes: NOBODY });
  const read = reader.read(row);
  if (!read.ok) return err(read.error.errors);
  const { facts, fingerprint: _, words, ...person } = read.value;
  if (words === null) throw new Error('a typed line keeps its words');
  const { sources: _sources, byMonth: _byMonth, wage, ...rest } = facts;
  return ok({ ...person, words, facts: { ...rest, wage: wage?.toString() ?? null }, sums: sumsOf(judgePerson(facts, year)) });
}
