import type { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { BlindIndex, FieldCipher, type IndexSlot, type KeyRing } from '../../crypto/index.js';
import { KeysError } from '../keys-error.js';
import { quoted } from '../quoted.js';
import type { SealedColumn } from '../sealed-columns.js';
import { slotColumn } from './index-check.js';

type Queryable = Pick<DataSource, 'query'>;

/** Short statements: whoever writes the same rows waits for milliseconds. */
const BATCH = 500;

type Row = { readonly id: string; readonly sealed: string };

/** Told after each batch. */
export type Progress = (rows: number) => void;

async function idType(db: Queryable, { table, idColumn }: SealedColumn): Promise<string> {
  const [found]: { type: string }[] = await db.query('SELECT format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = $2', [quoted(table), idColumn]);
  if (!found) throw new Error(`there is no column ${table}.${idColumn}`);
  return found.type;
}

type Rewriting = {
  readonly column: SealedColumn;
  /** The column that is written, and which of its contents are done. */
  readonly target: string;
  readonly donePrefix: string;
  valueOf(row: Row): string;
};

/**
 * Goes through the table by id, in batches, until a whole round finds nothing to do. A row is written only where its sealed
 * text is still the one that was read: what somebody changed meanwhile is met again in the next round.
 */
async function rewrite(db: Queryable, { column, target, donePrefix, valueOf }: Rewriting, tell: Progress): Promise<number> {
  const [table, id, sealed, written] = [column.table, column.idColumn, column.column, target].map(quoted);
  const type = await idType(db, column);
  let total = 0;
  for (let found = true; found;) {
    found = false;
    for (let after: string | null = null; ;) {
      const rows: Row[] = await db.query(
        `SELECT ${id}::text AS id, ${sealed} AS sealed FROM ${table} WHERE ${sealed} IS NOT NULL AND NOT coalesce(starts_with(${written}, $1), false)
           AND ($2::text IS NULL OR ${id} > $2::text::${type}) ORDER BY ${table}.${id} LIMIT ${BATCH}`, [donePrefix, after]);
      if (rows.length === 0) break;
      found = true;
      const [, changed] = (await db.query(
        `UPDATE ${table} AS t SET ${written} = v.written FROM unnest($1::text[], $2::text[], $3::text[]) AS v (id, sealed, written) WHERE t.${id} = v.id::${type} AND t.${sealed} = v.sealed`,
        [rows.map((row) => row.id), rows.map((row) => row.sealed), rows.map((row) => named(column, row, valueOf))])) as [unknown, number];
      total += changed;
      tell(changed);
      after = rows.at(-1)?.id ?? null;
    }
  }
  return total;
}

/** A value that cannot be opened is told with its place. @throws KeysError `keys.row_unreadable` */
function named({ table, column }: SealedColumn, row: Row, valueOf: Rewriting['valueOf']): string {
  try {
    return valueOf(row);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new KeysError('keys.row_unreadable', { where: `${table}.${column}`, id: row.id, reason: error.code });
  }
}

/** Seals every value of the column under the current field key. @returns how many were sealed anew */
export function resealColumn(db: Queryable, ring: KeyRing, column: SealedColumn, told: Progress): Promise<number> {
  const cipher = new FieldCipher(ring);
  return rewrite(db, {
    column, target: column.column, donePrefix: cipher.currentPrefix,
    valueOf: ({ id, sealed }) => {
      const place = { table: column.table, column: column.column, rowId: id };
      return cipher.seal(cipher.open(sealed, place), place);
    },
  }, told);
}

/** Fills one slot of the column's index. @returns how many rows were filled */
export function fillIndex(db: Queryable, ring: KeyRing, column: SealedColumn & { readonly index: NonNullable<SealedColumn['index']> }, slot: IndexSlot, told: Progress): Promise<number> {
  const [cipher, index] = [new FieldCipher(ring), new BlindIndex(ring, column.index.kind)];
  const donePrefix = index.columnPrefixes()[slot];
  if (donePrefix === null) throw new Error(`no index key fills the slot ${slot}`);
  return rewrite(db, {
    column, target: slotColumn(column, slot), donePrefix,
    valueOf: ({ id, sealed }) => index.columnsOf(cipher.open(sealed, { table: column.table, column: column.column, rowId: id }))[slot] ?? '',
  }, told);
}
