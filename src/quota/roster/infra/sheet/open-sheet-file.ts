import { recognise } from './recognise.js';
import { openTextTable } from './text-table.js';
import { openWorkbook, type SheetFile } from './workbook.js';
import type { ZipLimits } from './zip-directory.js';

export type { Sheet, SheetFile } from './workbook.js';

/** Opens a table that a user sent, by its content. @throws DomainError roster.file.* */
export async function openSheetFile(bytes: Buffer, fileName: string, limits: ZipLimits): Promise<SheetFile> {
  const recognised = recognise(bytes, fileName, limits);
  return recognised.kind === 'text' ? openTextTable(bytes) : openWorkbook(recognised.zip);
}
