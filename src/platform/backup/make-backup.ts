import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { createGzip, constants } from 'node:zlib';
import { existsSync } from 'node:fs';
import type pg from 'pg';
import type { KeyRing } from '../crypto/index.js';
import { BackupError } from './backup-error.js';
import { copyOut } from '../database/copy.js';
import { frame, MAGIC, TableDigest, type TableSum } from './frames.js';
import { keyChecks, signManifest } from './key-checks.js';
import { backedUpTables, copyOutSql, plainSession, schemaVersion, sequenceStates, type BackedUpTable } from './tables.js';

export type BackupMade = { readonly tables: readonly TableSum[]; readonly bytes: number };

type Sink = { write(bytes: Buffer): Promise<void>; finish(): Promise<number> };

/**
 * Writes every table, as one moment saw it, into a file that only this user can read. The service may go on meanwhile. Keys
 * are not in it.
 * @param client a connection of its own
 * @throws BackupError `backup.file_exists`, `backup.file_unusable`
 */
export async function makeBackup(client: pg.Client, ring: KeyRing, file: string, madeAt: Date, madeBy: string): Promise<BackupMade> {
  if (existsSync(file)) throw new BackupError('backup.file_exists', { file });
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.part`);
  const sink = await openSink(draft);
  try {
    await plainSession(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await backedUpTables(client);
    await sink.write(frame('H', { format: 1, madeAt: madeAt.toISOString(), madeBy, schema: await schemaVersion(client), keys: keyChecks(ring) }));
    const sums: TableSum[] = [];
    for (const table of tables) sums.push(await writeTable(client, sink, table));
    const manifest = Buffer.from(JSON.stringify({ madeAt: madeAt.toISOString(), tables: sums, sequences: await sequenceStates(client) }));
    await client.query('COMMIT');
    await sink.write(frame('M', manifest));
    await sink.write(frame('S', signManifest(ring, manifest)));
    const bytes = await sink.finish();
    await rename(draft, file);
    return { tables: sums, bytes };
  } catch (error) {
    await sink.finish().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeTable(client: pg.Client, sink: Sink, table: BackedUpTable): Promise<TableSum> {
  await sink.write(frame('T', { name: table.name, columns: table.columns }));
  const digest = new TableDigest();
  for await (const chunk of copyOut(client, copyOutSql(table))) {
    digest.add(chunk);
    await sink.write(frame('D', chunk));
  }
  const sum = digest.sum(table.name);
  await sink.write(frame('E', sum));
  return sum;
}

/** A packed file that is on the disk when `finish` resolves. */
async function openSink(file: string): Promise<Sink> {
  const usable = (error: unknown): never => {
    throw new BackupError('backup.file_unusable', { file, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  };
  await rm(file, { force: true }).catch(usable);
  const handle = await open(file, 'wx', 0o600).catch(usable);
  await handle.write(MAGIC);
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  let bytes = MAGIC.length;
  const writing = (async () => {
    for await (const chunk of gzip as AsyncIterable<Buffer>) {
      await handle.write(chunk).catch(usable);
      bytes += chunk.length;
    }
    await handle.sync();
  })();
  writing.catch(() => gzip.destroy());
  let finished: Promise<number> | null = null;
  return {
    write: async (content) => {
      if (!gzip.write(content)) await Promise.race([once(gzip, 'drain'), writing]);
    },
    finish: () => {
      finished ??= (async () => {
        try {
          gzip.end();
          await writing;
          return bytes;
        } finally {
          await handle.close();
        }
      })();
      return finished;
    },
  };
}
