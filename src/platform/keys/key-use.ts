import type { DataSource } from 'typeorm';
import type { KeyEntry } from '../crypto/index.js';
import { quoted } from './quoted.js';
import type { SealedColumn } from './sealed-columns.js';

type Queryable = Pick<DataSource, 'query'>;

export type KeyUse = { readonly keyId: string; readonly where: string; readonly rows: number };

/** Which keys the stored values need, by place: a key that is named here and not in the ring is a lost one. */
export async function keyUse(db: Queryable, columns: readonly SealedColumn[]): Promise<KeyUse[]> {
  const use: KeyUse[] = [];
  const count = async (where: string, table: string, column: string, part: number): Promise<void> => {
    const rows: { keyId: string; rows: number }[] = await db.query(
      `SELECT split_part(${quoted(column)}, '.', ${part}) AS "keyId", count(*)::int AS rows FROM ${quoted(table)} WHERE ${quoted(column)} IS NOT NULL GROUP BY 1 ORDER BY 1`);
    use.push(...rows.map((row) => ({ ...row, where })));
  };
  for (const { table, column, index } of columns) {
    await count(`${table}.${column}`, table, column, 3);
    for (const indexColumn of index ? [index.columnA, index.columnB] : []) await count(`${table}.${indexColumn}`, table, indexColumn, 1);
  }
  await count('audit_segment.key_id', 'audit_segment', 'key_id', 1);
  return use;
}

export type Holder = { readonly instance: string; readonly ring: readonly KeyEntry[] };

/** Processes heard of within the last half minute, and their keys. */
export const livingHolders = (db: Queryable): Promise<Holder[]> =>
  db.query(`SELECT instance, ring FROM key_holder WHERE seen_at > now() - interval '30 seconds' ORDER BY instance, process_id`);
