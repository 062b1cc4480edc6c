import { DomainError } from '../../../kernel/domain-error.js';
import type { CountingYear } from '../../counting/index.js';
import type { ColumnKey } from '../domain/columns.js';
import { findHeader, missingColumns, type Header } from '../domain/header.js';
import type { RosterTotals } from '../domain/outcome.js';
import { RosterRun, type RosterSink } from '../domain/roster-run.js';
import type { SheetRow } from '../../../kernel/sheet/sheet-row.js';
import { HEADER_SEARCH_ROWS, openSheetFile, type Sheet, type SheetFile } from '../../../platform/sheets/index.js';

export type RosterFile = { readonly bytes: Buffer; /** As the sender calls it; content decides. */ readonly name: string };

export type RosterLimits = { readonly maxRows: number; readonly maxUnpackedBytes: number };

export type RosterPhase = 'opening' | 'reading' | 'summing';

export type RosterReading = {
  readonly file: RosterFile;
  readonly year: CountingYear;
  readonly limits: RosterLimits;
  /** Credit code of whose roster it is; null where nobody knows. */
  readonly ownUscc: string | null;
  /** With those of its branches and of employers merged with it; empty where nobody knows. */
  readonly ownCodes: readonly string[];
  readonly standardTitle: (key: ColumnKey) => string;
  readonly sink: RosterSink;
  /** Called between batches of rows; a promise holds the reading back. */
  readonly progress: (phase: RosterPhase, rows: number) => void | Promise<void>;
};

/**
 * Reads a roster from its bytes to the verdict on every person-month. Lines go to the sink as they are made.
 * @throws DomainError sheets.file.*, roster.file.*, roster.too_many_rows: the file as a whole is refused
 */
export async function readRoster({ file, year, limits, ownUscc, ownCodes, standardTitle, sink, progress }: RosterReading): Promise<RosterTotals> {
  await progress('opening', 0);
  const opened = await openSheetFile(file.bytes, file.name, limits, headerScore);
  const { sheet, header } = await chooseSheet(opened);
  const run = new RosterRun(header, { year, dateSystem: opened.dateSystem, maxRows: limits.maxRows, ownUscc, ownCodes: new Set(ownCodes), standardTitle }, sink);
  const hidden = opened.sheets.filter((other) => other.hidden);
  if (hidden.length > 0) run.remark('hidden_sheet', { names: hidden.map(({ name }) => name).join('、'), count: hidden.length });
  await progress('reading', 0);
  for await (const rows of sheet.rows()) {
    for (const row of rows) run.add(row);
    await progress('reading', run.rowsRead);
  }
  remarkMerges(sheet, header, run);
  await progress('summing', run.rowsRead);
  return run.finish();
}

function headerScore(rows: readonly SheetRow[]): number {
  const header = findHeader(rows, 1900);
  return header === null ? 0 : Object.keys(header.columns).length + header.months.length;
}

/** The one visible sheet with a header. Two of them are a question that only the sender can answer. */
async function chooseSheet(file: SheetFile): Promise<{ readonly sheet: Sheet; readonly header: Header }> {
  const found: { sheet: Sheet; header: Header }[] = [];
  let rows = 0;
  for (const sheet of file.sheets.filter(({ hidden }) => !hidden)) {
    const head = await headOf(sheet);
    rows += head.length;
    const header = findHeader(head, file.dateSystem);
    if (header !== null) found.push({ sheet, header });
  }
  const complete = found.filter(({ header }) => missingColumns(header).length === 0);
  const candidates = complete.length > 0 ? complete : found;
  if (candidates.length > 1) throw new DomainError('roster.file.several_sheets', { names: candidates.map(({ sheet }) => sheet.name).join('、') });
  const [only] = candidates;
  if (only !== undefined) return only;
  for (const sheet of file.sheets.filter(({ hidden }) => hidden)) {
    if (findHeader(await headOf(sheet), file.dateSystem) !== null) throw new DomainError('roster.file.header_in_hidden_sheet', { name: sheet.name });
  }
  if (rows === 0) throw new DomainError('sheets.file.empty');
  throw new DomainError('roster.file.header_not_found', { rows: HEADER_SEARCH_ROWS });
}

async function headOf(sheet: Sheet): Promise<readonly SheetRow[]> {
  const head: SheetRow[] = [];
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      if (row.number > HEADER_SEARCH_ROWS + 1) return head;
      head.push(row);
    }
  }
  return head;
}

/** A value in merged cells stands in the first of them only: the rows below look empty. */
function remarkMerges(sheet: Sheet, header: Header, run: RosterRun): void {
  const ranges = sheet.mergedCells.filter((range) => {
    const match = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(range);
    return match !== null && Number(match[2]) > header.row && Number(match[1]) > header.row && match[1] !== match[2];
  });
  if (ranges.length > 0) run.remark('merged_data_cells', { ranges: ranges.slice(0, 5).join('、'), count: ranges.length });
}
