import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import type { KeyRing } from '../crypto/index.js';
import { BackupError } from './backup-error.js';
import { copyIn, type CopyTarget } from '../database/copy.js';
import { MAGIC, readFrames, TableDigest, type TableSum } from './frames.js';
import { demandKeys, demandSigned, type KeyCheck, type ManifestSignature } from './key-checks.js';
import { backedUpTables, copyInSql, plainSession, qualified, schemaVersion, type BackedUpTable, type SequenceState } from './tables.js';

export type Restored = { readonly madeAt: string; readonly tables: readonly TableSum[] };

type Header = { readonly format: number; readonly madeAt: string; readonly madeBy: string; readonly schema: readonly string[]; readonly keys: readonly KeyCheck[] };
type Manifest = { readonly madeAt: string; readonly tables: readonly TableSum[]; readonly sequences: readonly SequenceState[] };
type Loading = { readonly name: string; readonly digest: TableDigest; readonly target: CopyTarget };

/**
 * Puts a backup into an empty database of the same schema, in one transaction: whatever is wrong with the file, the
 * database stays empty.
 * @param client a connection of its own
 * @param note what is written in the same transaction once everything is back
 * @throws BackupError
 */
export async function restoreBackup(client: pg.Client, ring: KeyRing, file: string, note: (restored: Restored) => Promise<void>): Promise<Restored> {
  await plainSession(client);
  const tables = await backedUpTables(client);
  await client.query('BEGIN');
  try {
    for (const { name } of tables) await client.query(`LOCK TABLE ${qualified(name)} IN EXCLUSIVE MODE`);
    await demandEmpty(client, tables);
    const manifest = await load(client, ring, file, tables);
    for (const { name, last, called } of manifest.sequences) await client.query('SELECT setval($1, $2, $3)', [qualified(name), last, called]);
    const restored = { madeAt: manifest.madeAt, tables: manifest.tables };
    await note(restored);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return restored;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function demandEmpty(client: pg.Client, tables: readonly BackedUpTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${qualified(name)} LIMIT 1`);
    if (rowCount) throw new BackupError('backup.not_empty', { table: name });
  }
}

async function load(client: pg.Client, ring: KeyRing, file: string, tables: readonly BackedUpTable[]): Promise<Manifest> {
  const known = new Map(tables.map((table) => [table.name, table]));
  const sums: TableSum[] = [];
  let header: Header | null = null;
  let loading: Loading | null = null;
  let manifest: Buffer | null = null;
  let signature: ManifestSignature | null = null;
  try {
    for await (const { kind, content } of readFrames(unpacked(file))) {
      if (kind === 'H') {
        header = json<Header>(content);
        await demandHeader(client, ring, header);
        continue;
      }
      if (!header) throw damaged('no header');
      if (kind === 'T') loading = await begin(client, known, json<BackedUpTable>(content));
      else if (kind === 'D' && loading) {
        loading.digest.add(content);
        await loading.target.write(content);
      } else if (kind === 'E' && loading) {
        sums.push(await settle(loading, json<TableSum>(content)));
        loading = null;
      } else if (kind === 'M') manifest = Buffer.from(content);
      else if (kind === 'S') signature = json<ManifestSignature>(content);
      else throw damaged('frames out of order');
    }
  } catch (error) {
    await loading?.target.abort();
    throw error;
  }
  if (loading) {
    await loading.target.abort();
    throw damaged('no end');
  }
  if (!manifest || !signature) throw damaged('no end');
  demandSigned(ring, manifest, signature);
  const read = json<Manifest>(manifest);
  if (JSON.stringify(read.tables) !== JSON.stringify(sums) || sums.length !== tables.length) throw damaged('tables');
  return read;
}

async function demandHeader(client: pg.Client, ring: KeyRing, { format, schema, keys, madeBy }: Header): Promise<void> {
  if (format !== 1 || JSON.stringify(schema) !== JSON.stringify(await schemaVersion(client))) throw new BackupError('backup.other_schema', { madeBy });
  demandKeys(ring, keys);
}

async function begin(client: pg.Client, known: ReadonlyMap<string, BackedUpTable>, { name, columns }: Pick<BackedUpTable, 'name' | 'columns'>): Promise<Loading> {
  const table = known.get(name);
  if (!table || JSON.stringify(table.columns) !== JSON.stringify(columns)) throw damaged(`table ${name}`);
  return { name, digest: new TableDigest(), target: await copyIn(client, copyInSql(table)) };
}

async function settle({ name, digest, target }: Loading, told: TableSum): Promise<TableSum> {
  const sum = digest.sum(name);
  // Before the server is told that this was all of it.
  if (JSON.stringify(sum) !== JSON.stringify(told)) throw damaged(name);
  const rows = await target.end();
  if (rows !== sum.rows) throw damaged(name);
  return sum;
}

const damaged = (reason: string): BackupError => new BackupError('backup.damaged', { reason });

function json<T>(content: Buffer): T {
  try {
    return JSON.parse(content.toString('utf8')) as T;
  } catch {
    throw damaged('no JSON');
  }
}

/** The frames of the file. @throws BackupError `backup.file_unusable`, `backup.not_a_backup`, `backup.damaged` */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  let begun = false;
  const feeding = (async () => {
    let head: Buffer = Buffer.alloc(0);
    for await (const chunk of source as AsyncIterable<Buffer>) {
      let bytes = chunk;
      if (!begun) {
        head = Buffer.concat([head, chunk]);
        if (head.length < MAGIC.length) continue;
        if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new BackupError('backup.not_a_backup', { file });
        begun = true;
        bytes = head.subarray(MAGIC.length);
      }
      if (!gunzip.write(bytes)) await new Promise((resolve) => { gunzip.once('drain', resolve).once('close', resolve); });
    }
    if (!begun) throw new BackupError('backup.not_a_backup', { file });
    gunzip.end();
  })();
  feeding.catch((error: Error) => gunzip.destroy(error));
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw code.startsWith('Z_') || code.startsWith('ERR_') ? damaged(code) : new BackupError('backup.file_unusable', { file, reason: code });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
