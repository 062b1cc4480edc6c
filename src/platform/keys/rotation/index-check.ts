import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { SqlState, driverError } from '../../database/sql-state.js';
import type { IndexSlot } from '../../crypto/index.js';
import { KeysError } from '../keys-error.js';
import { quoted } from '../quoted.js';
import type { SealedColumn } from '../sealed-columns.js';

type Queryable = Pick<DataSource, 'query'>;
type Indexed = SealedColumn & { readonly index: NonNullable<SealedColumn['index']> };

export const indexedColumns = (columns: readonly SealedColumn[]): Indexed[] => columns.filter((column): column is Indexed => column.index !== undefined);

export const slotColumn = ({ index }: Indexed, slot: IndexSlot): string => (slot === 'a' ? index.columnA : index.columnB);

const checkName = ({ index }: Indexed, keyId: string): string => `${index.check}_${keyId}`;

const LOCK_NOT_AVAILABLE = '55P03';
const TRIES = 200;
const PAUSE_MS = 500;

/**
 * Changes a table. The lock for that waits for every transaction that uses the table, and everybody else waits behind it: so
 * it waits for a moment only, gives way, and tries again. @throws KeysError `keys.table_busy`
 */
async function alter(db: Queryable, table: string, change: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      // Statements sent together are one transaction, so the limit ends with them.
      await db.query(`SET LOCAL lock_timeout = '300ms'; ALTER TABLE ${quoted(table)} ${change}`);
      return;
    } catch (error) {
      if (driverError(error)?.code !== LOCK_NOT_AVAILABLE) throw error;
      if (tried === TRIES) throw new KeysError('keys.table_busy', { table });
    }
    await sleep(PAUSE_MS);
  }
}

/** The checks of this column that demand one key or another. */
async function checksOf(db: Queryable, { table, index }: Indexed): Promise<string[]> {
  const rows: { name: string }[] = await db.query(
    `SELECT conname AS name FROM pg_constraint WHERE conrelid = to_regclass($1) AND contype = 'c' AND starts_with(conname, $2)`, [quoted(table), `${index.check}_`]);
  return rows.map(({ name }) => name);
}

/** The table demands the key of every row, so that no process can write a row that others would not find. @returns false where a row lacks it */
async function demand(db: Queryable, column: Indexed, keyId: string, slot: IndexSlot): Promise<boolean> {
  const name = quoted(checkName(column, keyId));
  const known = await checksOf(db, column);
  if (!known.includes(checkName(column, keyId))) {
    const prefix = `${keyId}.`.replaceAll("'", "''");
    await alter(db, column.table, `ADD CONSTRAINT ${name} CHECK (${quoted(column.column)} IS NULL OR coalesce(starts_with(${quoted(slotColumn(column, slot))}, '${prefix}'), false)) NOT VALID`);
  }
  try {
    // This one lets readers and writers go on.
    await db.query(`ALTER TABLE ${quoted(column.table)} VALIDATE CONSTRAINT ${name}`);
    return true;
  } catch (error) {
    if (driverError(error)?.code !== SqlState.check) throw error;
    // Rows of a writer that does not know the key yet: it must be able to go on until they are filled.
    await alter(db, column.table, `DROP CONSTRAINT ${name}`);
    return false;
  }
}

/** Moves the demand of one column to a key. @returns false where rows still lack it */
export async function moveCheck(db: Queryable, column: Indexed, keyId: string, slot: IndexSlot): Promise<boolean> {
  if (!(await demand(db, column, keyId, slot))) return false;
  for (const name of await checksOf(db, column)) {
    if (name !== checkName(column, keyId)) await alter(db, column.table, `DROP CONSTRAINT ${quoted(name)}`);
  }
  return true;
}

/** Before the first rotation of a column: it demands the key that all its rows have. @returns whether it does */
export async function ensureCheck(db: Queryable, column: Indexed, keyId: string, slot: IndexSlot): Promise<boolean> {
  return (await checksOf(db, column)).length > 0 || demand(db, column, keyId, slot);
}
