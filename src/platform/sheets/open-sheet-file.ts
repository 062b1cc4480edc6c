import { recognise } from './recognise.js';
import { openTextTable, type HeaderScore } from './text-table.js';
import { openWorkbook, type SheetFile } from './workbook.js';
import type { ZipLimits } from './zip-directory.js';

export type { Sheet, SheetFile } from './workbook.js';

/** Opens a table that a user sent, by its content; `scoreOf` finds the delimiter of a text file. @throws DomainError sheets.file.* */
export async function openSheetFile(bytes: Buffer, fileName: string, limits: ZipLimits, scoreOf: HeaderScore): Promise<SheetFile> {
  const recognised = recognise(bytes, fileName, limits);
  return recognised.kind === 'text' ? openTextTable(bytes, scoreOf) : openWorkbook(recognised.zip);
}
