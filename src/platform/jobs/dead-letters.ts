import type { DataSource } from 'typeorm';

/** A job that failed as often as it may. Its payload is left out: ids alone tell nothing, and a list is read by many. */
export type DeadLetter = {
  readonly id: string;
  readonly job: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly failedAt: Date;
};

/** Anything that runs SQL: a `DataSource`, a transaction's manager. */
export type Queryable = Pick<DataSource, 'query'>;

const IS_DEAD = 'attempts >= max_attempts AND locked_at IS NULL';

/** The newest dead letters, at most `limit`. */
export const deadLetters = (db: Queryable, limit: number): Promise<DeadLetter[]> => db.query(
  `SELECT id, task_identifier AS job, attempts, last_error AS "lastError", created_at AS "createdAt", updated_at AS "failedAt"
   FROM graphile_worker.jobs WHERE ${IS_DEAD} ORDER BY updated_at DESC, id DESC LIMIT $1`, [limit]);

export type QueueCount = { readonly job: string; readonly waiting: number; readonly running: number; readonly dead: number };

/** Jobs in the queue by name and state, for the metrics. */
export const queueCounts = (db: Queryable): Promise<QueueCount[]> => db.query(
  `SELECT task_identifier AS job,
          count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)::int AS waiting,
          count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
          count(*) FILTER (WHERE ${IS_DEAD})::int AS dead
   FROM graphile_worker.jobs GROUP BY task_identifier ORDER BY task_identifier`);

async function isDead(db: Queryable, id: string): Promise<boolean> {
  const rows: unknown[] = await db.query(`SELECT id FROM graphile_worker.jobs WHERE id = $1 AND ${IS_DEAD}`, [id]);
  return rows.length > 0;
}

/** Gives a dead letter all its tries again, at once. Returns whether there was such a dead letter. */
export async function retryDeadLetter(db: Queryable, id: string): Promise<boolean> {
  if (!(await isDead(db, id))) return false;
  const rows: unknown[] = await db.query('SELECT id FROM graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now(), attempts => 0)', [id]);
  return rows.length > 0;
}

/** Removes a dead letter for good. Returns whether there was such a dead letter. */
export async function discardDeadLetter(db: Queryable, id: string): Promise<boolean> {
  if (!(await isDead(db, id))) return false;
  const rows: unknown[] = await db.query('SELECT id FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])', [id]);
  return rows.length > 0;
}
