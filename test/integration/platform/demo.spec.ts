import { DataSource } from 'typeorm';
import { entities } from '../../../src/entities.js';
import { openDataSource, UnitOfWork } from '../../../src/platform/database/index.js';
import { seedDemo, type DemoSeed } from '../../../src/platform/demo/index.js';
import type { OpenedDatabase } from '../../../src/platform/startup/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { testSettings } from '../../support/settings.js';

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource(database.url, entities, testSettings({}));
  unitOfWork = new UnitOfWork(dataSource, {});
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const opened = (kind: OpenedDatabase['kind']): OpenedDatabase => ({ url: database.url, kind, how: 'test', stop: async () => undefined });
/** A part whose trace is a row of the receipts, which every database has. */
const part = (name: string): DemoSeed => ({ name, seed: (tx) => tx.query('INSERT INTO job_receipt (job, key) VALUES ($1, gen_random_uuid())', [name]) });
const traces = async (): Promise<number> => (await dataSource.query('SELECT FROM job_receipt')).length;

describe('the demo', () => {
  it('comes into an embedded database, each part once, later parts too', async () => {
    const settings = testSettings({});
    expect(await seedDemo(opened('embedded'), settings, unitOfWork, [part('employers')])).toEqual(['employers']);
    expect(await seedDemo(opened('embedded'), settings, unitOfWork, [part('employers'), part('posts')])).toEqual(['posts']);
    expect(await traces()).toBe(2);
  });

  it('never comes into a database of DATABASE_URL, even when it is switched on', async () => {
    expect(await seedDemo(opened('external'), testSettings({ ZHUJIU_DEMO: 'true' }), unitOfWork, [part('employers')])).toEqual([]);
    expect(await traces()).toBe(0);
  });

  it('can be switched off', async () => {
    expect(await seedDemo(opened('embedded'), testSettings({ ZHUJIU_DEMO: 'false' }), unitOfWork, [part('employers')])).toEqual([]);
    expect(await traces()).toBe(0);
  });

  it('leaves nothing of a part that failed, and tries it again next time', async () => {
    const half: DemoSeed = {
      name: 'half',
      seed: async (tx) => {
        await part('half').seed(tx);
        throw new Error('broken');
      },
    };
    await expect(seedDemo(opened('embedded'), testSettings({}), unitOfWork, [half])).rejects.toThrow('broken');
    expect(await traces()).toBe(0);
    expect(await seedDemo(opened('embedded'), testSettings({}), unitOfWork, [part('half')])).toEqual(['half']);
  });
});

describe('test databases', () => {
  it('can be made several at a time', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, createTestDatabase));
    expect(new Set(many.map(({ url }) => url)).size).toBe(5);
    await Promise.all(many.map(({ drop }) => drop()));
  });
});
