import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { entities } from '../../../src/entities.js';
import { sealedColumns } from '../../../src/sealed-columns.js';
import { ClockModule } from '../../../src/platform/clock/clock.module.js';
import { SettingsModule } from '../../../src/platform/config/index.js';
import { BlindIndex, FieldCipher, readKeyRing, type KeyRing } from '../../../src/platform/crypto/index.js';
import { DatabaseModule, openDataSource, SqlState, driverError } from '../../../src/platform/database/index.js';
import { BlindIndexes, KeyRingModule, type SealedColumn } from '../../../src/platform/keys/index.js';
import { keyUse } from '../../../src/platform/keys/key-use.js';
import { indexedColumns } from '../../../src/platform/keys/rotation/index-check.js';
import { fillIndex, resealColumn } from '../../../src/platform/keys/rotation/rewrite.js';
import { rotate, type Rotation, type RotationTold } from '../../../src/platform/keys/rotation/rotate.js';
import { createLogger, LoggingModule } from '../../../src/platform/logging/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { ringText } from '../../support/keys.js';
import { temporaryFolder } from '../../support/processes.js';
import { testSettings } from '../../support/settings.js';

// The limit is there to end a hang, not to measure.
jest.setTimeout(180_000);

const COLUMNS: readonly SealedColumn[] = [
  { table: 'keeper', column: 'phone', idColumn: 'id', index: { kind: 'phone', columnA: 'phone_index_a', columnB: 'phone_index_b', check: 'keeper_phone_index' } },
  { table: 'keeper', column: 'note', idColumn: 'id' },
];

type Service = { readonly app: INestApplicationContext; readonly db: DataSource; readonly cipher: FieldCipher; readonly indexes: BlindIndexes };

const folder = temporaryFolder('rotation');
let file = '';
let database: TestDatabase;
let db: DataSource;
const services: Service[] = [];

beforeEach(async () => {
  file = path.join(folder, `${randomUUID()}.yaml`);
  writeFileSync(file, ringText({ id: 'old' }));
  database = await createTestDatabase();
  db = await openDataSource(database.url, entities, testSettings({}));
  await db.query('CREATE TABLE keeper (id uuid PRIMARY KEY, phone text, phone_index_a text UNIQUE, phone_index_b text UNIQUE, note text)');
});
afterEach(async () => {
  for (const { app } of services.splice(0)) await app.close();
  await db.destroy();
  await database.drop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function startService(keysFile = file): Promise<Service> {
  const settings = testSettings({ DATABASE_URL: database.url, ZHUJIU_KEYS_FILE: keysFile, ZHUJIU_LOG_LEVEL: 'silent', ZHUJIU_INSTANCE: `web${services.length}` });
  @Module({ imports: [SettingsModule.forRoot(settings), LoggingModule.forRoot(createLogger(settings)), ClockModule, DatabaseModule.forRoot({ url: database.url, entities, constraintErrors: {} }), KeyRingModule.forRoot(settings, [])] })
  class ServiceApp {}
  const app = await NestFactory.createApplicationContext(ServiceApp, { logger: ['fatal'], abortOnError: false });
  const service = { app, db: app.get(DataSource), cipher: app.get(FieldCipher), indexes: app.get(BlindIndexes) };
  services.push(service);
  return service;
}

const phoneOf = (n: number): string => `139${String(n).padStart(8, '0')}`;
const at = (column: string, rowId: string) => ({ table: 'keeper', column, rowId });

async function insert({ db: own, cipher, indexes }: Service, n: number): Promise<string> {
  const id = randomUUID();
  const { a, b } = indexes.of('phone').columnsOf(phoneOf(n));
  await own.query('INSERT INTO keeper VALUES ($1, $2, $3, $4, $5)', [id, cipher.seal(phoneOf(n), at('phone', id)), a, b, cipher.seal(`note ${n}`, at('note', id))]);
  return id;
}

async function find({ db: own, cipher, indexes }: Service, n: number): Promise<string | null> {
  const rows: { id: string; phone: string; note: string }[] = await own.query(
    'SELECT id, phone, note FROM keeper WHERE phone_index_a = ANY ($1) OR phone_index_b = ANY ($1)', [indexes.of('phone').candidatesOf(phoneOf(n))]);
  if (rows.length > 1) throw new Error('two rows for one number');
  const [row] = rows;
  if (!row) return null;
  if (cipher.open(row.phone, at('phone', row.id)) !== phoneOf(n) || !cipher.open(row.note, at('note', row.id)).startsWith(`note ${n}`)) throw new Error('wrong value');
  return row.id;
}

const told: RotationTold[] = [];
beforeEach(() => { told.length = 0; });
const rotation = (extra: Partial<Rotation> = {}): Rotation => ({
  db, file, columns: COLUMNS, suite: null, now: new Date('2026-11-21T08:00:00Z'), patienceMs: 30_000, tell: async (event) => void told.push(event), ...extra,
});
const ring = (): KeyRing => readKeyRing({ kind: 'file', path: file });

/** Every row is under the key and found by it alone. */
async function expectAllUnder(keyId: string, rows: number): Promise<void> {
  expect((await keyUse(db, COLUMNS)).filter(({ where }) => where === 'keeper.phone' || where === 'keeper.note')).toEqual([
    { where: 'keeper.phone', keyId, rows }, { where: 'keeper.note', keyId, rows },
  ]);
  const slot = ring().find('index', keyId)?.entry.slot ?? 'a';
  const [{ n } = { n: -1 }]: { n: number }[] = await db.query(`SELECT count(*)::int AS n FROM keeper WHERE starts_with(phone_index_${slot}, $1)`, [`${keyId}.`]);
  expect(n).toBe(rows);
}

describe('a value that cannot be opened', () => {
  it('stops the rotation with table, column and row; what was done stays, and it goes on once the row is mended', async () => {
    const service = await startService();
    const ids = [await insert(service, 1), await insert(service, 2)];
    const [kept] = (await db.query('SELECT note FROM keeper WHERE id = $1', [ids[1]])) as { note: string }[];
    await db.query(`UPDATE keeper SET note = overlay(note PLACING 'AAAA' FROM length(note) - 3) WHERE id = $1`, [ids[1]]);
    const stopped = expect.objectContaining({ code: 'keys.row_unreadable', params: { where: 'keeper.note', id: ids[1], reason: 'crypto.field_tampered' }, message: expect.stringContaining(`keeper.note`) });
    await expect(rotate(rotation())).rejects.toEqual(stopped);
    await expect(rotate(rotation())).rejects.toEqual(stopped);
    await db.query('UPDATE keeper SET note = $2 WHERE id = $1', [ids[1], kept?.note]);
    await expectAllUnder(await rotate(rotation()), 2);
  });
});

describe('a rotation', () => {
  it('changes fields, index and chain, three times round the two slots, to the other suite and back', async () => {
    const service = await startService();
    for (let n = 0; n < 1200; n += 1) await insert(service, n);
    let former = 'old';
    for (const suite of ['sm', null, 'aes'] as const) {
      const made = await rotate(rotation({ suite }));
      await expectAllUnder(made, 1200);
      expect(ring().currentOf('chain').id).toBe(made);
      expect(ring().find('index', former)).toBeNull();
      expect(ring().find('field', former)).not.toBeNull();
      expect(await find(service, 7)).not.toBeNull();
      former = made;
    }
    expect(ring().entries.map(({ suite }) => suite)).toEqual(['aes', 'sm', 'sm', 'aes']);
    // The table demands the newest key and no other.
    expect(await db.query(`SELECT conname FROM pg_constraint WHERE conrelid = 'keeper'::regclass AND contype = 'c'`)).toEqual([{ conname: `keeper_phone_index_${former}` }]);
  });

  it('goes on under readers and writers of two processes: no error, nobody twice, nothing unreadable', async () => {
    const [one, two] = [await startService(), await startService()];
    const people = 400;
    for (let n = 0; n < people; n += 1) await insert(one, n);
    let running = true;
    let [calls, refused] = [0, 0];
    let next = people;
    const present = Array.from({ length: people }, (_, n) => n);
    const clients = Array.from({ length: 8 }, async (_, client) => {
      const service = client % 2 === 0 ? one : two;
      while (running) {
        const n = present[(calls * 7919 + client * 104729) % present.length] as number;
        const id = await find(service, n);
        expect(id).not.toBeNull();
        if (calls % 3 === 0 && id) await service.db.query('UPDATE keeper SET note = $2 WHERE id = $1', [id, service.cipher.seal(`note ${n} again`, at('note', id))]);
        if (calls % 5 === 0) {
          const added = next++;
          await insert(service, added);
          present.push(added);
        }
        if (calls % 4 === 0) {
          await insert(service, n).then(() => { throw new Error(`${n} got in twice`); }, (error: unknown) => {
            if (driverError(error)?.code !== SqlState.unique) throw error;
            refused += 1;
          });
        }
        calls += 1;
        await sleep(5);
      }
    });
    const working = Promise.all(clients);
    const made = await rotate(rotation());
    running = false;
    await working;
    expect(calls).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(20);
    const [{ n: rows } = { n: 0 }]: { n: number }[] = await db.query('SELECT count(*)::int AS n FROM keeper');
    expect(rows).toBe(next);
    await expectAllUnder(made, next);
    for (let n = 0; n < next; n += 1) expect(await find(two, n)).not.toBeNull();
  });

  it.each(['begun', 'filled', 'current', 'resealed'] as const)('that is broken off at "%s" is taken up again', async (event) => {
    const service = await startService();
    for (let n = 0; n < 600; n += 1) await insert(service, n);
    const broken = rotation({ tell: async (said) => { if (said.event === event) throw new Error('killed'); } });
    await expect(rotate(broken)).rejects.toThrow('killed');
    const keys = ring().entries.map(({ id }) => id);
    // What is written meanwhile is no loss.
    await insert(service, 600);
    expect(await find(service, 3)).not.toBeNull();
    const made = await rotate(rotation());
    expect(ring().entries.map(({ id }) => id)).toEqual(keys);
    expect(told[0]).toEqual({ event: 'taken_up', successor: made });
    await expectAllUnder(made, 601);
  });

  describe('never puts an older value back over one that is being written:', () => {
    const old = { id: 'old', current: [], readable: ['field', 'index', 'chain'] };
    const both = (newIsCurrent: boolean): KeyRing => readKeyRing({ kind: 'environment', variable: 'test', text: newIsCurrent
      ? ringText(old, { id: 'new', slot: 'b' }) : ringText({ id: 'old' }, { id: 'new', slot: 'b', readable: ['field', 'index', 'chain'] }) });

    /** Writes while the given work has read the older value and waits for the row. */
    async function meanwhile(work: () => Promise<unknown>, id: string, sql: string, values: readonly unknown[]): Promise<void> {
      const writer = db.createQueryRunner();
      await writer.startTransaction();
      await writer.query(`UPDATE keeper SET ${sql} WHERE id = $1`, [id, ...values]);
      const working = work();
      const waits = async (): Promise<boolean> => ((await db.query(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE "keeper"%'`)) as unknown[]).length > 0;
      while (!(await waits())) await sleep(20);
      await writer.commitTransaction();
      await writer.release();
      await working;
    }

    it('a field', async () => {
      const id = await insert(await startService(), 1);
      const ring = both(true);
      const cipher = new FieldCipher(ring);
      await meanwhile(() => resealColumn(db, ring, { table: 'keeper', column: 'note', idColumn: 'id' }, () => undefined), id, 'note = $2', [cipher.seal('newer', at('note', id))]);
      const [row] = (await db.query('SELECT note FROM keeper')) as { note: string }[];
      expect(cipher.open(row?.note ?? '', at('note', id))).toBe('newer');
    });

    it('an index', async () => {
      const id = await insert(await startService(), 1);
      const ring = both(false);
      const [cipher, index] = [new FieldCipher(ring), new BlindIndex(ring, 'phone')];
      const [column] = indexedColumns(COLUMNS);
      if (!column) throw new Error('no indexed column');
      // A process that has the old key alone writes null for the slot of the new one.
      await meanwhile(() => fillIndex(db, ring, column, 'b', () => undefined), id, 'phone = $2, phone_index_a = $3, phone_index_b = NULL', [cipher.seal(phoneOf(2), at('phone', id)), index.columnsOf(phoneOf(2)).a]);
      expect(await db.query('SELECT phone_index_a AS a, phone_index_b AS b FROM keeper')).toEqual([index.columnsOf(phoneOf(2))]);
    });
  });

  it('does not hold up the service behind a long transaction, and goes on after it', async () => {
    const service = await startService();
    const id = await insert(service, 1);
    const long = db.createQueryRunner();
    await long.startTransaction();
    await long.query('UPDATE keeper SET note = NULL WHERE id = $1', [id]);
    const rotating = rotate(rotation());
    for (let n = 10; n < 15; n += 1) {
      await sleep(200);
      // It would wait for ever behind a lock that waits for ever.
      await insert(service, n);
    }
    await long.commitTransaction();
    await long.release();
    await rotating;
    expect(told.at(-1)?.event).toBe('done');
  });

  it('waits for a process that does not have the new key, and says which', async () => {
    await startService();
    const elsewhere = path.join(folder, `${randomUUID()}.yaml`);
    writeFileSync(elsewhere, readFileSync(file));
    await startService(elsewhere);
    await expect(rotate(rotation({ patienceMs: 4_000 }))).rejects.toMatchObject({ code: 'keys.process_behind', params: { instance: 'web1' } });
    // It has the new key now, and then the new state.
    writeFileSync(elsewhere, readFileSync(file));
    await expect(rotate(rotation({ patienceMs: 15_000 }))).rejects.toMatchObject({ code: 'keys.process_behind' });
    writeFileSync(elsewhere, readFileSync(file));
    const made = await rotate(rotation());
    expect(ring().currentOf('field').id).toBe(made);
  });

  it('is not deceived by a process left behind: the table refuses what others would not find', async () => {
    const service = await startService();
    await insert(service, 1);
    const made = await rotate(rotation());
    const stale = { cipher: new FieldCipher(readKeyRing({ kind: 'environment', variable: 'test', text: ringText({ id: 'old' }) })), index: new BlindIndex(readKeyRing({ kind: 'environment', variable: 'test', text: ringText({ id: 'old' }) }), 'phone') };
    const id = randomUUID();
    const { a, b } = stale.index.columnsOf(phoneOf(2));
    await expect(db.query('INSERT INTO keeper VALUES ($1, $2, $3, $4, NULL)', [id, stale.cipher.seal(phoneOf(2), at('phone', id)), a, b])).rejects.toMatchObject({ driverError: { code: SqlState.check, constraint: `keeper_phone_index_${made}` } });
  });

  it('knows every index of the database', async () => {
    const rows: { name: string }[] = await db.query(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'keeper' AND column_name LIKE '%\\_index\\_a'`);
    const known = sealedColumns.flatMap(({ table, index }) => (index ? [`${table}.${index.columnA}`] : []));
    expect(known.sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('does the columns of all rooms, which are there', async () => {
    await startService();
    const made = await rotate(rotation({ columns: sealedColumns }));
    expect(told.filter(({ event }) => event === 'resealed')).toHaveLength(sealedColumns.length);
    expect(ring().currentOf('field').id).toBe(made);
  });
});
