import { isUtf8 } from 'node:buffer';
import { DomainError } from '../../../kernel/domain-error.js';
import { placeOfBreak } from '../../../kernel/json-place.js';
import { RowReader, type FoundColumn, type TableColumn } from '../../../kernel/sheet/row-reader.js';
import type { SheetRow } from '../../../kernel/sheet/sheet-row.js';
import type { OpenedTable } from '../../../platform/sheets/index.js';
import { pageRow } from '../domain/page.js';
import type { RowSource } from './load-facts.js';

const PER_BATCH = 5_000;
const NEWLINE = 0x0a;
const LONGEST_LINE = 65_536;

/** Whether a file is JSON lines, by its first sign: a table begins with a title, never with a brace. */
export const isJsonLines = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 64).replace(/^\xef\xbb\xbf/, '').trimStart().startsWith('{');

/**
 * One object a line, under the field names of the HTTP interface. Empty lines are passed over.
 * @throws DomainError facts.file.line_malformed, naming line and field or character; sheets.table.no_rows, sheets.table.too_many_rows
 */
export const jsonLines = (bytes: Buffer, maxRows: number): RowSource => ({
  open: async <K extends string>(columns: readonly TableColumn<K>[]): Promise<OpenedTable<K>> => {
    const keys = columns.map(({ key }) => key);
    const found = new Map(keys.map((key, index): [K, FoundColumn] => [key, { index, title: key }]));
    return { reader: new RowReader(found, (key) => key, 1900), rows: () => rowsOf(bytes, keys, maxRows) };
  },
});

async function* rowsOf(bytes: Buffer, keys: readonly string[], maxRows: number): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let [line, all] = [0, 0];
  let batch: SheetRow[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, at);
    const piece = bytes.subarray(at, end < 0 ? bytes.length : end);
    at = end < 0 ? bytes.length : end + 1;
    line += 1;
    const row = rowIn(piece, line, keys);
    if (row === null) continue;
    all += 1;
    if (all > maxRows) throw new DomainError('sheets.table.too_many_rows', { limit: maxRows, row: line });
    batch.push(row);
    if (batch.length < PER_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (all === 0) throw new DomainError('sheets.table.no_rows');
  yield batch;
}

function rowIn(piece: Buffer, line: number, keys: readonly string[]): SheetRow | null {
  const malformed = (place: { readonly character: number } | { readonly field: string }): DomainError => new DomainError('facts.file.line_malformed', { line, ...place });
  const text = piece.toString('utf8').replace(/^\ufeff/, '').trimEnd();
  if (piece.length > LONGEST_LINE) throw malformed({ character: LONGEST_LINE });
  if (!isUtf8(piece)) throw malformed({ character: text.indexOf('\ufffd') + 1 });
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed({ character: placeOfBreak(text) });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed({ character: 1 });
  const row = pageRow(value as Readonly<Record<string, unknown>>, line, keys);
  if (!row.ok) throw malformed({ field: row.error });
  return row.value;
}
