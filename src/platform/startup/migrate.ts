import pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { Settings } from '../config/schema.js';
import { dataSourceOptions } from '../database/data-source.js';
import { migrations } from '../database/migrations/index.js';
import { migrateQueue } from '../jobs/queue-schema.js';
import { StartupError } from './startup-error.js';

/** Oldest server that the migrations and the jobs were run on. */
const MINIMUM_MAJOR = 15;
/** Any fixed number: of several processes that start at once, one migrates and the others wait. */
const MIGRATION_KEY = 7_403_618_226;

/** Host and database without user and password. */
function target(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'zhujiu migration', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    // Trying every address of a name fails with an aggregate whose own message is empty.
    const reason = error instanceof AggregateError ? error.errors.map((each: Error) => each.message).join('; ') : (error as Error).message;
    throw new StartupError('database.unreachable', { target: target(url), reason }, error);
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
  const found = Math.floor(Number(rows[0]?.version) / 10_000);
  if (found < MINIMUM_MAJOR) throw new StartupError('database.too-old', { found, minimum: MINIMUM_MAJOR }, null);
}

async function migrateTables(dataSource: DataSource): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const executed = await new MigrationExecutor(dataSource).getExecutedMigrations();
  const unknown = executed.find(({ name }) => !known.has(name));
  if (unknown) throw new StartupError('database.newer', { migration: unknown.name }, null);
  await dataSource.runMigrations({ transaction: 'all' });
}

/**
 * Brings the tables and the job queue of a database up to this program, once for all processes that start together.
 * Throws `StartupError`.
 */
export async function migrate(url: string, settings: Settings): Promise<void> {
  const client = await connect(url);
  // A long migration is no runaway statement.
  const { extra, ...options } = dataSourceOptions(url, [], settings);
  const dataSource = new DataSource({ ...options, poolSize: 1, extra: { types: (extra as { types?: unknown } | undefined)?.types } });
  const pool = new pg.Pool({ connectionString: url, application_name: 'zhujiu migration', max: 2 });
  try {
    await refuseOldServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_KEY]);
    await dataSource.initialize();
    await migrateTables(dataSource);
    await migrateQueue(pool);
  } catch (error) {
    throw error instanceof StartupError ? error : new StartupError('database.migration-failed', { reason: (error as Error).message }, error);
  } finally {
    await pool.end();
    if (dataSource.isInitialized) await dataSource.destroy();
    await client.end();
  }
}
