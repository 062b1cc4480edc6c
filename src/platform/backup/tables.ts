import type pg from 'pg';
import { migrations } from '../database/migrations/index.js';
import { quoted } from '../keys/quoted.js';

export type BackedUpTable = {
  /** `schema.table` */
  readonly name: string;
  readonly columns: readonly string[];
  /** What is written for each column. */
  readonly expressions: readonly string[];
  readonly orderBy: readonly string[];
};

/** Facts of the running machine or of the schema itself. */
const LEFT_OUT = ['public.schema_migration', 'public.key_holder', 'public.job_worker', 'graphile_worker.migrations'];

/**
 * Numbers of transactions mean nothing in another cluster, whose own begin at 3: in a restored database sealed entries lie
 * before every transaction and waiting ones at the first, so that the sealer goes on where it was.
 */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  'public.audit_entry.xid': 'CASE WHEN (xid, seq) <= (SELECT last_xid, last_seq FROM public.audit_segment ORDER BY no DESC LIMIT 1) THEN 0 ELSE 3 END',
  'public.audit_segment.last_xid': '1',
};

/** Every table that a backup holds, parents before those that point at them. Unlogged tables hold nothing that must last. */
export async function backedUpTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null; parents: string[] | null }>(`
    SELECT n.nspname || '.' || c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      (SELECT array_agg(DISTINCT pn.nspname || '.' || p.relname) FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS parents
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname IN ('public', 'graphile_worker') ORDER BY 1`);
  const wanted = rows.filter(({ name }) => !LEFT_OUT.includes(name));
  return parentsFirst(wanted.map((row) => ({ ...row, parents: row.parents ?? [] }))).map(({ name, columns, key }) => ({
    name,
    columns,
    expressions: columns.map((column) => WRITTEN_AS[`${name}.${column}`] ?? quoted(column)),
    orderBy: key ?? columns.map((column) => column),
  }));
}

function parentsFirst<T extends { readonly name: string; readonly parents: readonly string[] }>(tables: readonly T[]): T[] {
  const ordered: T[] = [];
  let rest = [...tables];
  while (rest.length > 0) {
    const names = new Set(rest.map(({ name }) => name));
    const free = rest.filter(({ parents }) => parents.every((parent) => !names.has(parent)));
    if (free.length === 0) throw new Error(`tables that point at each other in a circle cannot be restored: ${[...names].join(', ')}`);
    ordered.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return ordered;
}

export const qualified = (name: string): string => name.split('.').map(quoted).join('.');

export const copyOutSql = ({ name, expressions, orderBy }: BackedUpTable): string =>
  `COPY (SELECT ${expressions.join(', ')} FROM ${qualified(name)} ORDER BY ${orderBy.map(quoted).join(', ')}) TO STDOUT`;

export const copyInSql = ({ name, columns }: Pick<BackedUpTable, 'name' | 'columns'>): string => `COPY ${qualified(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`;

export type SequenceState = { readonly name: string; readonly last: string; readonly called: boolean };

export async function sequenceStates(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT schemaname || '.' || sequencename AS name FROM pg_sequences WHERE schemaname IN ('public', 'graphile_worker') AND sequencename NOT LIKE 'schema_migration%' ORDER BY 1`);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: [state] } = await client.query<{ last: string; called: boolean }>(`SELECT last_value AS last, is_called AS called FROM ${qualified(name)}`);
    if (state) states.push({ name, ...state });
  }
  return states;
}

/** Which schema a backup needs, ours and that of the queue. */
export async function schemaVersion(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: number }>('SELECT max(id) AS id FROM graphile_worker.migrations');
  return [...migrations.map(({ name }) => name), `graphile-worker-${rows[0]?.id}`];
}

/** The text of a value must not depend on who asks. */
export const plainSession = async (client: pg.Client): Promise<void> => {
  for (const set of [`DateStyle = 'ISO, YMD'`, `TimeZone = 'UTC'`, `IntervalStyle = 'postgres'`, `client_encoding = 'UTF8'`, `bytea_output = 'hex'`, 'extra_float_digits = 1', 'statement_timeout = 0', 'idle_in_transaction_session_timeout = 0']) {
    await client.query(`SET ${set}`);
  }
};
