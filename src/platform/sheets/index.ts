/** Spreadsheets and text tables: the only place that reads and writes them. */
export type { SheetFileErrorCode } from './faults.js';
export { sheetsFileErrorTexts } from './file-texts.js';
export { loadTable, MOST_FAULTS, type LoadedRows, type Merged, type Refused, type RowBalance, type TableLoad } from './load-table.js';
export { openSheetFile, type Sheet, type SheetFile } from './open-sheet-file.js';
export { rowFaultSentence, sheetsRowErrorTexts, sheetsTableErrorTexts } from './row-texts.js';
export { openTable, type OpenedTable, type TableLimits } from './table.js';
export { HEADER_SEARCH_ROWS, type HeaderScore } from './text-table.js';
export { streamSheet, writeWorkbook, type OutCell, type OutColumn, type OutSheet } from './write-sheet.js';
