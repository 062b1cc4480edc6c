import { DataSource } from 'typeorm';
import pg from 'pg';
import { constraintErrors } from '../../../src/constraint-errors.js';
import { entities } from '../../../src/entities.js';
import { openDataSource, UnitOfWork, type Tx } from '../../../src/platform/database/index.js';
import { migrations } from '../../../src/platform/database/migrations/index.js';
import { migrate } from '../../../src/platform/startup/index.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../support/database.js';
import { testSettings } from '../../support/settings.js';

// Real servers and processes, on whatever machine: the limit is there to end a hang, not to measure.
jest.setTimeout(120_000);

const settings = testSettings({ ZHUJIU_POOL_SIZE: '5', ZHUJIU_STATEMENT_SECONDS: '5' });

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource(database.url, entities, settings);
  await dataSource.query('CREATE TABLE purse (id int PRIMARY KEY, amount int NOT NULL CONSTRAINT purse_amount_check CHECK (amount >= 0), day date)');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(() => dataSource.query('TRUNCATE purse'));

describe('the schema', () => {
  it('comes from the migrations alone: the entities would change nothing', async () => {
    const changes = await dataSource.driver.createSchemaBuilder().log();
    expect(changes.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has an entity for every table', async () => {
    const fresh = await createTestDatabase();
    const client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
    await client.end();
    await fresh.drop();
    const known = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(rows.map(({ name }) => name)).toEqual([...known, 'schema_migration'].sort());
  });

  it('knows every constraint that is mapped to a code', async () => {
    const rows: { name: string }[] = await dataSource.query('SELECT conname AS name FROM pg_constraint UNION SELECT indexrelid::regclass::text FROM pg_index');
    expect(Object.keys(constraintErrors).filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });

  it('is made once by several processes that start together, and undone by the way back', async () => {
    const empty = await createEmptyDatabase();
    await Promise.all([1, 2, 3].map(() => migrate(empty.url, settings)));
    const source = await new DataSource({ type: 'postgres', url: empty.url, migrations: [...migrations], migrationsTableName: 'schema_migration' }).initialize();
    expect(await source.query('SELECT count(*)::int AS n FROM schema_migration')).toEqual([{ n: migrations.length }]);
    for (const _ of migrations) await source.undoLastMigration();
    expect(await source.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([{ tablename: 'schema_migration' }]);
    await source.destroy();
    await empty.drop();
  });

  it('is refused when it is newer than the program', async () => {
    const newer = await createTestDatabase();
    const client = new pg.Client({ connectionString: newer.url });
    await client.connect();
    await client.query(`INSERT INTO schema_migration (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`);
    await client.end();
    await expect(migrate(newer.url, settings)).rejects.toMatchObject({ code: 'database.newer', params: { migration: 'Future9999999999999' } });
    await newer.drop();
  });
});

describe('an unreachable database', () => {
  it('is told by host and reason, never with the password', async () => {
    const attempt = migrate('postgres://zhujiu:hunter2@127.0.0.1:1/zhujiu', settings);
    await expect(attempt).rejects.toMatchObject({ code: 'database.unreachable', params: { target: '127.0.0.1:1/zhujiu' } });
    await expect(attempt).rejects.toThrow(/ECONNREFUSED/);
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });
});

describe('the connection', () => {
  it('gives days as texts and big numbers without loss', async () => {
    const [row] = await dataSource.query(`SELECT DATE '2024-02-29' AS day, 9007199254740993::bigint AS big, 0.10::numeric AS exact`);
    expect(row).toEqual({ day: '2024-02-29', big: '9007199254740993', exact: '0.10' });
  });

  it('gives up a statement after the time of the settings', async () => {
    const hasty = await openDataSource(database.url, [], testSettings({ ZHUJIU_STATEMENT_SECONDS: '1' }));
    await expect(hasty.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ driverError: { code: '57014' } });
    await hasty.destroy();
  });
});

/** A gate that opens when all expected visitors have arrived. */
function meetingPoint(visitors: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => { open = resolve; });
  return () => {
    arrived += 1;
    if (arrived === visitors) open();
    return gate;
  };
}

describe('UnitOfWork', () => {
  let unitOfWork: UnitOfWork;
  beforeAll(() => { unitOfWork = new UnitOfWork(dataSource, { purse_pkey: 'account.taken', purse_amount_check: 'account.overdrawn' }); });

  const put = (tx: Tx, id: number, amount: number): Promise<unknown> => tx.query('INSERT INTO purse VALUES ($1, $2)', [id, amount]);
  const add = (tx: Tx, id: number, amount: number): Promise<unknown> => tx.query('UPDATE purse SET amount = amount + $2 WHERE id = $1', [id, amount]);
  const amounts = async (): Promise<number[]> => (await dataSource.query('SELECT amount FROM purse ORDER BY id')).map((row: { amount: number }) => row.amount);

  it('stores all or nothing', async () => {
    await unitOfWork.run((tx) => put(tx, 1, 10));
    await expect(unitOfWork.run(async (tx) => {
      await put(tx, 2, 20);
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await amounts()).toEqual([10]);
  });

  it('repeats the loser of a real deadlock from its BEGIN, so that both units are stored once', async () => {
    await unitOfWork.run(async (tx) => {
      await put(tx, 1, 0);
      await put(tx, 2, 0);
    });
    const meet = meetingPoint(2);
    const transactions = new Set<string>();
    let tries = 0;
    const cross = (first: number, second: number): Promise<void> => unitOfWork.run(async (tx) => {
      tries += 1;
      const [row] = await tx.query('SELECT pg_current_xact_id()::text AS id');
      transactions.add((row as { id: string }).id);
      await add(tx, first, 1);
      // Only the first tries meet: each now holds what the other one wants.
      await meet();
      await add(tx, second, 1);
    });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    // Three tries, or more where the repeated unit met the other one again.
    expect(tries).toBeGreaterThanOrEqual(3);
    expect(transactions.size).toBe(tries);
    expect(await amounts()).toEqual([2, 2]);
  });

  it('repeats a unit that lost a serialization conflict', async () => {
    await unitOfWork.run((tx) => put(tx, 1, 0));
    const meet = meetingPoint(2);
    let tries = 0;
    const raise = (): Promise<void> => unitOfWork.runIsolated('REPEATABLE READ', async (tx) => {
      tries += 1;
      await tx.query('SELECT amount FROM purse');
      await meet();
      await add(tx, 1, 1);
    });
    await Promise.all([raise(), raise()]);
    expect(tries).toBe(3);
    expect(await amounts()).toEqual([2]);
  });

  it('gives up after five tries with the error of the database itself', async () => {
    let tries = 0;
    const hopeless = unitOfWork.run(async (tx) => {
      tries += 1;
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'try ${tries}' USING ERRCODE = '40001'; END $$`);
    });
    await expect(hopeless).rejects.toMatchObject({ driverError: { code: '40001', message: 'try 5' } });
    expect(tries).toBe(5);
  });

  it('does not repeat any other failure', async () => {
    let tries = 0;
    await expect(unitOfWork.run(async (tx) => {
      tries += 1;
      await tx.query('SELECT 1 / 0');
    })).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect(tries).toBe(1);
  });

  it('turns a registered constraint into its code and leaves the others as they are', async () => {
    await unitOfWork.run((tx) => put(tx, 1, 0));
    await expect(unitOfWork.run((tx) => put(tx, 1, 0))).rejects.toMatchObject({ name: 'DomainError', code: 'account.taken' });
    await expect(unitOfWork.run((tx) => add(tx, 1, -1))).rejects.toMatchObject({ name: 'DomainError', code: 'account.overdrawn' });
    await expect(unitOfWork.run((tx) => tx.query('INSERT INTO purse VALUES (2, NULL)'))).rejects.toMatchObject({ driverError: { code: '23502' } });
  });

  it('refuses to look successful when a failed statement was swallowed', async () => {
    await unitOfWork.run((tx) => put(tx, 1, 0));
    await expect(unitOfWork.run(async (tx) => {
      await put(tx, 2, 0);
      await put(tx, 1, 0).catch(() => undefined);
    })).rejects.toThrow('nothing is stored');
    expect(await amounts()).toEqual([0]);
  });

  it('gives every connection back', async () => {
    await Promise.allSettled(Array.from({ length: 40 }, (_, n) => unitOfWork.run(async (tx) => {
      await put(tx, n % 7, 0);
      if (n % 3 === 0) throw new Error('no');
    })));
    expect(await dataSource.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
