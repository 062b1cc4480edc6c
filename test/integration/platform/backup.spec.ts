import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { openDataSource, UnitOfWork } from '../../../src/platform/database/index.js';
import { makeBackup } from '../../../src/platform/backup/make-backup.js';
import { restoreBackup } from '../../../src/platform/backup/restore-backup.js';
import { MAGIC } from '../../../src/platform/backup/frames.js';
import { backedUpTables, plainSession } from '../../../src/platform/backup/tables.js';
import type { ChainHead } from '../../../src/platform/audit/head.js';
import { FieldCipher, type KeyRing } from '../../../src/platform/crypto/index.js';
import { openAudit, ringOf, type AuditBench } from '../../support/audit.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { testSecret } from '../../support/keys.js';
import { temporaryFolder } from '../../support/processes.js';
import { testSettings } from '../../support/settings.js';

// The limit is there to end a hang, not to measure.
jest.setTimeout(180_000);

const ring = ringOf({ id: 'test' });
const actor = { system: 'test' };
const folder = temporaryFolder('backup');
const made: TestDatabase[] = [];
let source: AuditBench;
let file = '';
let counter = 0;
const another = (): string => path.join(folder, `${counter += 1}.backup`);

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const backup = (url: string, to: string) => connected(url, (client) => makeBackup(client, ring, to, new Date('2026-11-21T08:00:00Z'), '0.1.0'));
const restore = (url: string, from: string, keys: KeyRing = ring) => connected(url, (client) => restoreBackup(client, keys, from, async () => undefined));

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  made.push(database);
  return database;
}

/** Each table by the digest of all its rows, asked by plain SQL and not by the code under test. */
const digests = (url: string): Promise<Record<string, string>> => connected(url, async (client) => {
  await plainSession(client);
  const found: Record<string, string> = {};
  for (const { name, columns } of await backedUpTables(client)) {
    // Numbers of transactions belong to the cluster.
    const kept = columns.filter((column) => !['xid', 'last_xid'].includes(column)).map((column) => `"${column}"`);
    const { rows } = await client.query<{ line: string }>(`SELECT ROW(${kept.join(', ')})::text AS line FROM ${name} ORDER BY 1`);
    found[name] = createHash('sha256').update(rows.map(({ line }) => line).join('\n')).digest('hex');
  }
  return found;
});

/** No table is compared empty with empty: every one gets rows, whatever rooms there are. */
const rowCounts = (url: string): Promise<Record<string, number>> => connected(url, async (client) => {
  const counts: Record<string, number> = {};
  for (const { name } of await backedUpTables(client)) counts[name] = Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${name}`)).rows[0]?.n);
  return counts;
});

beforeAll(async () => {
  source = await openAudit();
  const cipher = new FieldCipher(ring);
  await source.unitOfWork.run(async (tx) => {
    await tx.query(`INSERT INTO job_receipt (job, key) VALUES ('a', E'tab\\t newline\\n backslash\\\\ 汉字 𠮷'), ('b', '\\N'), ('c', '\\.'), ('d', '')`);
    await tx.query(`INSERT INTO demo_seed (name) VALUES ('x')`);
    const id = randomUUID();
    await tx.query(`INSERT INTO message (id, account_id, template, params, in_inbox, state, created_at) VALUES ($1, gen_random_uuid(), 't', $2, true, 'kept', now())`, [id, cipher.seal('{"n":"110"}', { table: 'message', column: 'params', rowId: id })]);
    await tx.query(`INSERT INTO sms_outbox (id, phone, body, created_at) VALUES ($1, 'p', 'b', now())`, [id]);
    await tx.query(`SELECT graphile_worker.add_job('test.later', '{"id": "1"}'::json, run_at => now() + interval '1 day')`);
    await source.audit.acts(tx, actor, Array.from({ length: 5000 }, (_, n) => ({ act: 'test.a.b', object: { kind: 'k', id: String(n) }, detail: { n } })));
  });
  await source.seal();
  // The last ones wait for the chain when the backup is made.
  await source.unitOfWork.run((tx) => source.audit.act(tx, actor, { act: 'test.a.c', object: { kind: 'k', id: 'last' } }));
  file = another();
  await backup(source.url, file);
});
afterAll(async () => {
  await source.close();
  for (const database of made) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('holds neither keys nor what they seal, and only its owner reads it', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const content = gunzipSync(readFileSync(file).subarray(MAGIC.length)).toString('latin1');
    expect(content).toContain('zf1.aes.test.');
    for (const secret of [testSecret('test'), Buffer.from(testSecret('test'), 'base64').toString('latin1'), Buffer.from(testSecret('test'), 'base64').toString('hex')]) expect(content).not.toContain(secret);
    expect(content).not.toContain('"110"');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is restored equal, table by table, and the service goes on from there', async () => {
    const { url } = await emptyDatabase();
    const { tables } = await restore(url, file);
    expect(await digests(url)).toEqual(await digests(source.url));
    const counts = await rowCounts(url);
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual(expect.arrayContaining(Object.entries(counts)));
    expect(counts).toMatchObject({ 'public.audit_entry': 5001, 'public.audit_segment': 3, 'public.job_receipt': 4, 'graphile_worker._private_jobs': 1, 'public.message': 1, 'public.sms_outbox': 1 });

    // A backup of the restored database holds the same.
    const again = another();
    const second = await backup(url, again);
    expect(second.tables).toEqual(tables);

    // Numbers go on behind the last one, and the chain where it was: the waiting entry is sealed, none twice.
    const db = await openDataSource(url, [], testSettings({}));
    const unitOfWork = new UnitOfWork(db, {});
    await unitOfWork.run((tx) => source.audit.act(tx, actor, { act: 'test.after', object: { kind: 'k', id: 'new' } }));
    const { sealNext } = await import('../../../src/platform/audit/seal-next.js');
    const { verifyChain } = await import('../../../src/platform/audit/verify-chain.js');
    let sealed = 0;
    let head: ChainHead | null = null;
    while (sealed < 2) {
      const sealing = await unitOfWork.run((tx) => sealNext(tx, ring, new Date()));
      sealed += sealing.sealed ?? 0;
      head = sealing.head ?? head;
    }
    expect(sealed).toBe(2);
    expect(await connected(url, (client) => verifyChain(client, ring, head))).toMatchObject({ fault: null, rows: 5002, waiting: 0 });
    await db.destroy();
  });

  it('is what one moment saw, while others write', async () => {
    const busy = await openAudit();
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1) await busy.unitOfWork.run(async (tx) => {
        await tx.query('INSERT INTO job_receipt (job, key) VALUES ($1, $2)', ['pair', String(n)]);
        await tx.query('INSERT INTO demo_seed (name) VALUES ($1)', [String(n)]);
      });
    })();
    while ((await rowCounts(busy.url))['public.demo_seed'] === 0);
    const moment = another();
    await backup(busy.url, moment);
    writing = false;
    await writer;
    const { url } = await emptyDatabase();
    await restore(url, moment);
    const counts = await rowCounts(url);
    expect(counts['public.demo_seed']).toBeGreaterThan(0);
    expect(counts['public.demo_seed']).toBe(counts['public.job_receipt']);
    await busy.close();
  });

  it('never writes over a file', async () => {
    await expect(backup(source.url, file)).rejects.toMatchObject({ code: 'backup.file_exists' });
    await expect(backup(source.url, path.join(folder, 'no', 'such', 'folder'))).rejects.toMatchObject({ code: 'backup.file_unusable' });
  });
});

describe('a restore is refused, and the database left empty,', () => {
  let target: TestDatabase;
  beforeAll(async () => { target = await emptyDatabase(); });
  afterEach(async () => {
    expect(Object.values(await rowCounts(target.url)).every((n) => n === 0)).toBe(true);
  });

  const spoilt = (change: (bytes: Buffer) => Buffer): string => {
    const to = another();
    writeFileSync(to, change(readFileSync(file)));
    return to;
  };
  const repacked = (change: (content: Buffer) => Buffer): string => spoilt((bytes) => Buffer.concat([MAGIC, gzipSync(change(gunzipSync(bytes.subarray(MAGIC.length))))]));
  /** Same length, so that only the meaning changes. */
  const replaced = (from: string, to: string): string => repacked((content) => Buffer.from(content.toString('latin1').replace(from, to), 'latin1'));

  it.each<[string, string, () => string]>([
    ['for a file that is none', 'backup.not_a_backup', () => spoilt(() => Buffer.from('PK something else entirely, and long enough'))],
    ['for an empty file', 'backup.not_a_backup', () => spoilt(() => Buffer.alloc(0))],
    ['for a file that is not there', 'backup.file_unusable', () => path.join(folder, 'none')],
    ['for a cut file', 'backup.damaged', () => spoilt((bytes) => bytes.subarray(0, bytes.length - 100))],
    ['for a file cut at half', 'backup.damaged', () => spoilt((bytes) => bytes.subarray(0, bytes.length / 2))],
    ['for a changed byte in the packed bytes', 'backup.damaged', () => spoilt((bytes) => { bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1; return bytes; })],
    ['for changed data', 'backup.damaged', () => replaced('test.later', 'test.never')],
    ['for data that ends early', 'backup.damaged', () => repacked((content) => content.subarray(0, content.length - 300))],
    ['for a changed manifest', 'backup.forged', () => repacked((content) => {
      const at = content.lastIndexOf('"sequences"');
      content.write('"seqwences"', at);
      return content;
    })],
    ['for another schema', 'backup.other_schema', () => replaced('PlatformTables1763726400000', 'PlatformTables1763726400001')],
  ])('%s', async (_, code, from) => {
    await expect(restore(target.url, from())).rejects.toMatchObject({ code });
  });

  it('without its keys', async () => {
    await expect(restore(target.url, file, ringOf({ id: 'other' }))).rejects.toMatchObject({ code: 'backup.key_missing', params: { id: 'test' } });
    await expect(restore(target.url, file, ringOf({ id: 'test', secret: Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0', 'hex').toString('base64') }))).rejects.toMatchObject({ code: 'backup.key_differs' });
  });
});

it('a restore never touches a database that holds something', async () => {
  const before = await digests(source.url);
  await expect(restore(source.url, file)).rejects.toMatchObject({ code: 'backup.not_empty' });
  expect(await digests(source.url)).toEqual(before);
});
