import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../../../kernel/domain-error.js';
import type { TableColumn } from '../../../kernel/sheet/row-reader.js';
import { openTable, type OpenedTable } from '../../../platform/sheets/index.js';
import { isJsonLines, jsonLines } from './json-lines.js';
import type { RowSource } from './load-facts.js';

const MIB = 1_048_576;
const LARGEST_MIB = 1_024;
const LIMITS = { maxRows: 20_000_000, maxUnpackedBytes: 2_048 * MIB };

export type FactFile = { readonly name: string; readonly digest: Buffer; readonly rows: RowSource };

/** A file of facts: CSV, XLSX or JSON lines. @throws DomainError sheets.table.too_large; the system's own error where it cannot be read */
export async function openFactFile(file: string): Promise<FactFile> {
  if ((await stat(file)).size > LARGEST_MIB * MIB) throw new DomainError('sheets.table.too_large', { limit: LARGEST_MIB });
  const bytes = await readFile(file);
  const name = path.basename(file);
  return {
    name,
    digest: createHash('sha256').update(bytes).digest(),
    rows: isJsonLines(bytes) ? jsonLines(bytes, LIMITS.maxRows) : { open: <K extends string>(columns: readonly TableColumn<K>[]): Promise<OpenedTable<K>> => openTable({ bytes, name }, columns, LIMITS) },
  };
}
