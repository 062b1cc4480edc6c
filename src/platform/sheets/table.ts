import { DomainError } from '../../kernel/domain-error.js';
import { normaliseText } from '../../kernel/normalise.js';
import { normaliseHeader } from '../../kernel/sheet/header-text.js';
import { RowReader, type FoundColumn, type TableColumn } from '../../kernel/sheet/row-reader.js';
import { textAt, type SheetRow } from '../../kernel/sheet/sheet-row.js';
import { openSheetFile, type Sheet, type SheetFile } from './open-sheet-file.js';
import { HEADER_SEARCH_ROWS } from './text-table.js';

export type TableLimits = { readonly maxRows: number; readonly maxUnpackedBytes: number };

export type OpenedTable<K extends string> = {
  readonly reader: RowReader<K>;
  /** The rows under the header, in batches; ends with `sheets.table.no_rows` or `too_many_rows` where it must. */
  rows(): AsyncGenerator<readonly SheetRow[], void, undefined>;
};

type Header<K extends string> = { readonly row: number; readonly columns: ReadonlyMap<K, FoundColumn>; readonly complete: boolean };

const WIDEST = 500;
const LONGEST_TITLE = 120;

/**
 * Opens a table of known columns in any order: the one visible sheet with a header among its first rows.
 * @throws DomainError sheets.file.*, sheets.table.*
 */
export async function openTable<K extends string>(file: { readonly bytes: Buffer; readonly name: string }, columns: readonly TableColumn<K>[], limits: TableLimits): Promise<OpenedTable<K>> {
  const opened = await openSheetFile(file.bytes, file.name, limits, (rows) => headerIn(rows, columns)?.columns.size ?? 0);
  const { sheet, header } = await chooseSheet(opened, columns);
  const absent = columns.filter(({ key, required }) => required && !header.columns.has(key)).map(({ title }) => title);
  if (absent.length > 0) throw new DomainError('sheets.table.columns_missing', { row: header.row, names: absent.join('、') });
  const titles = new Map(columns.map(({ key, title }) => [key, title]));
  return {
    reader: new RowReader(header.columns, (key) => titles.get(key) ?? key, opened.dateSystem),
    rows: () => rowsUnder(sheet, header.row, limits.maxRows),
  };
}

async function* rowsUnder(sheet: Sheet, headerRow: number, maxRows: number): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let found = 0;
  for await (const batch of sheet.rows()) {
    const rows = batch[0] !== undefined && batch[0].number > headerRow ? batch : batch.filter(({ number }) => number > headerRow);
    found += rows.length;
    if (found > maxRows) throw new DomainError('sheets.table.too_many_rows', { limit: maxRows, row: rows.at(maxRows - found)?.number ?? 0 });
    yield rows;
  }
  if (found === 0) throw new DomainError('sheets.table.no_rows');
}

async function chooseSheet<K extends string>(file: SheetFile, columns: readonly TableColumn<K>[]): Promise<{ readonly sheet: Sheet; readonly header: Header<K> }> {
  const found: { readonly sheet: Sheet; readonly header: Header<K> }[] = [];
  for (const sheet of file.sheets.filter(({ hidden }) => !hidden)) {
    const header = headerIn(await headOf(sheet), columns);
    if (header !== null) found.push({ sheet, header });
  }
  const complete = found.filter(({ header }) => header.complete);
  const candidates = complete.length > 0 ? complete : found;
  if (candidates.length > 1) throw new DomainError('sheets.table.several_sheets', { names: candidates.map(({ sheet }) => sheet.name).join('、') });
  const [only] = candidates;
  if (only !== undefined) return only;
  for (const sheet of file.sheets.filter(({ hidden }) => hidden)) {
    if (headerIn(await headOf(sheet), columns) !== null) throw new DomainError('sheets.table.header_in_hidden_sheet', { name: sheet.name });
  }
  throw new DomainError('sheets.table.header_not_found', { rows: HEADER_SEARCH_ROWS, names: columns.filter(({ required }) => required).map(({ title }) => title).join('、') });
}

async function headOf(sheet: Sheet): Promise<readonly SheetRow[]> {
  const head: SheetRow[] = [];
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      if (row.number > HEADER_SEARCH_ROWS) return head;
      head.push(row);
    }
  }
  return head;
}

/** The row with most of the columns; at least half of those that must be there. */
function headerIn<K extends string>(rows: readonly SheetRow[], columns: readonly TableColumn<K>[]): Header<K> | null {
  const required = columns.filter((column) => column.required);
  let best: Header<K> | null = null;
  for (const row of rows.slice(0, HEADER_SEARCH_ROWS)) {
    const found = new Map<K, FoundColumn>();
    for (let index = 0; index < Math.min(row.texts.length, WIDEST); index++) {
      const title = normaliseText(textAt(row, index).slice(0, LONGEST_TITLE));
      const name = normaliseHeader(title);
      const column = name === '' ? undefined : columns.find(({ key, names }) => !found.has(key) && names.test(name));
      if (column !== undefined) found.set(column.key, { index, title });
    }
    const present = required.filter(({ key }) => found.has(key)).length;
    if (present * 2 < required.length || found.size === 0 || found.size <= (best?.columns.size ?? 0)) continue;
    best = { row: row.number, columns: found, complete: present === required.length };
  }
  return best;
}
