import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { csv } from '../../fixtures/roster/gb18030.js';
import { insurance, taxList, type RegisterTable } from '../../fixtures/registers/tables.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { cleanEnvironment, startNode, temporaryFolder, type Child } from '../../support/processes.js';

jest.setTimeout(300_000);

const ROWS = 60;

/** What an import touches one after the other: whoever holds the table has it stand still there. */
const DOORS = [
  { what: 'insurance months', table: insurance, args: ['facts', 'import', 'insurance'], more: [], batches: 'fact_batch', stored: 'insurance_month', steps: ['registry_person', 'insurance_month', 'fact_rejection', 'audit_entry'] },
  { what: 'a tax list', table: taxList, args: ['employers', 'import'], more: ['--region', '370300'], batches: 'employer_import', stored: 'employer', steps: ['employer_change', 'organisation', 'employer_contact', 'audit_entry'] },
] as const;

describe.each(DOORS)('an import of $what that is killed', ({ table, args, more, batches, stored, steps }) => {
  let database: TestDatabase;
  let watcher: pg.Client;
  const folder = temporaryFolder('killed');
  beforeAll(async () => {
    database = await createTestDatabase();
    watcher = new pg.Client({ connectionString: database.url });
    await watcher.connect();
    writeFileSync(path.join(folder, 'a.csv'), fileOf(table));
  });
  afterAll(async () => {
    await watcher.end();
    await database.drop();
  });

  const start = (): Child => startNode('src/cli.ts', [...args, path.join(folder, 'a.csv'), '--source', '某局', '--as-of', '2025-02-01', ...more, '--json'], { env: cleanEnvironment({ DATABASE_URL: database.url }), account: null });
  const numberOf = async (sql: string): Promise<number> => Number((await watcher.query<{ n: string }>(sql)).rows[0]?.n);
  const until = async (sql: string, child: Child): Promise<void> => {
    while ((await numberOf(sql)) === 0) {
      if (child.process.exitCode !== null) throw new Error(`the import ended: ${child.output()}`);
      await sleep(20);
    }
  };

  it.each(steps)('while it waits for %s leaves nothing, and the next one loads all of it', async (step) => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query(`BEGIN; LOCK TABLE ${step} IN SHARE MODE`);
    const child = start();
    await until(`SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND relation = '${step}'::regclass`, child);
    expect(await child.end('SIGKILL')).toBe('SIGKILL');
    await holder.query('ROLLBACK');
    await holder.end();
    // The server ends the work of a client that is gone as soon as it hears of it.
    while ((await numberOf(`SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)) > 0) await sleep(20);
    expect(await numberOf(`SELECT count(*) AS n FROM ${stored}`)).toBe(0);
    expect((await watcher.query(`SELECT state, rows_in FROM ${batches} ORDER BY id DESC LIMIT 1`)).rows).toEqual([{ state: 'loading', rows_in: 0 }]);
  });

  it('loads all of it in the end, and says of the others that they broke off', async () => {
    const child = start();
    const ended = once(child.process, 'close');
    const told = JSON.parse(await child.line(/^\{/)) as { readonly rows: object; readonly repeated: boolean };
    expect((await ended)[0]).toBe(0);
    expect(told).toMatchObject({ repeated: false, rows: { in: ROWS, accepted: ROWS, unchanged: 0, rejected: 0 } });
    expect(await numberOf(`SELECT count(*) AS n FROM ${stored}`)).toBe(ROWS);
    expect((await watcher.query(`SELECT state, count(*)::int AS n FROM ${batches} GROUP BY 1 ORDER BY 1`)).rows).toEqual([{ state: 'interrupted', n: steps.length }, { state: 'loaded', n: 1 }]);
  });
});

/** With a telephone number in each row where the table has one, so that contacts are written. */
function fileOf(table: RegisterTable): string {
  const isTaxList = table === taxList;
  return csv([[...table.titles, ...(isTaxList ? ['联系电话'] : [])], ...Array.from({ length: ROWS }, (_, n) => [...table.row(n + 1), ...(isTaxList ? [`1990000${1000 + n}`] : [])])]);
}
