import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';

/** Brings the queue's tables (schema graphile_worker) up to the installed version of the library. */
export async function migrateQueue(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
}
