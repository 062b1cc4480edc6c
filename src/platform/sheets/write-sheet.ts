import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';

/** A cell that we write: text, a number, or nothing. */
export type OutCell = string | number | null;

export type OutColumn = { readonly width: number; /** Keeps what people type as they typed it: identity numbers lose no digit. */ readonly text?: boolean };

/** The only place that writes spreadsheets. A text that a spreadsheet could take for a formula is led by an apostrophe. */
const safeCell = (cell: OutCell): OutCell => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const safe = (row: readonly OutCell[]): OutCell[] => row.map(safeCell);

/** An XLSX file of one sheet, written while its rows are made: memory does not grow with them. */
export async function* streamSheet(name: string, columns: readonly OutColumn[], rows: AsyncIterable<readonly OutCell[]>): AsyncGenerator<Uint8Array, void, undefined> {
  const source = async function* (): AsyncGenerator<OutCell[], void, undefined> {
    for await (const row of rows) yield safe(row);
  };
  const stream = writeXlsxStream(source(), { name, columns: columns.map(({ width }) => ({ width })) });
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

export type OutSheet = {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
  /** Lists to choose from, by zero-based column, for `rowsToFill` rows under the first. */
  readonly choices: ReadonlyMap<number, readonly string[]>;
  /** Empty rows prepared under the given ones, so that the columns' formats hold there. */
  readonly rowsToFill: number;
};

const TEXT_FORMAT = '@';
const letter = (column: number): string => String.fromCharCode(65 + column);

/** A small workbook in one piece. */
export function writeWorkbook(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows, choices, rowsToFill }) => ({
      name,
      columns: columns.map(({ width, text }) => (text === true ? { width, numFmt: TEXT_FORMAT } : { width })),
      rows: [...rows.map(safe), ...Array.from({ length: rowsToFill }, () => columns.map(() => null))],
      ...(rowsToFill > 0 ? { freezePane: { rows: 1 } } : {}),
      dataValidations: [...choices].map(([column, values]) => ({ type: 'list' as const, values: [...values], allowBlank: true, range: `${letter(column)}2:${letter(column)}${rowsToFill + 1}` })),
    })),
  });
}
