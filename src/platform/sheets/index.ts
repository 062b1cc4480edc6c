/** Spreadsheets and text tables: the only place that reads and writes them. */
export type { SheetFileErrorCode } from './faults.js';
export { sheetsFileErrorTexts } from './file-texts.js';
export { openSheetFile, type Sheet, type SheetFile } from './open-sheet-file.js';
export { HEADER_SEARCH_ROWS, type HeaderScore } from './text-table.js';
export { streamSheet, writeWorkbook, type OutCell, type OutColumn, type OutSheet } from './write-sheet.js';
