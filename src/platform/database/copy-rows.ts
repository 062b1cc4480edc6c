import type pg from 'pg';
import type { Tx } from './unit-of-work.js';
import { copyIn } from './copy.js';

/** What a cell of a copied row may hold. Days and decimals come as texts. */
export type CopyCell = string | number | boolean | null;

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const CHUNK_SIGNS = 262_144;

const cellText = (cell: CopyCell): string => {
  if (cell === null) return '\\N';
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? (cell ? 't' : 'f') : String(cell);
  return SPECIAL.test(cell) ? cell.replace(SPECIAL, (sign) => ESCAPES[sign] as string) : cell;
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Writes rows by COPY in the caller's transaction; a tenth of the time of INSERT. Constraints hold as ever: the first row that
 * violates one fails the transaction. @returns how many rows
 */
export async function copyRows(tx: Tx, table: string, columns: readonly string[], rows: readonly (readonly CopyCell[])[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { queryRunner } = tx;
  if (!queryRunner) throw new Error('COPY needs the transaction of a unit of work');
  const client = (await queryRunner.connect()) as pg.Client;
  const target = await copyIn(client, `COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`);
  try {
    let text = '';
    for (const row of rows) {
      text += `${row.map(cellText).join('\t')}\n`;
      if (text.length < CHUNK_SIGNS) continue;
      await target.write(Buffer.from(text, 'utf8'));
      text = '';
    }
    if (text !== '') await target.write(Buffer.from(text, 'utf8'));
    return await target.end();
  } catch (error) {
    await target.abort();
    throw error;
  }
}
