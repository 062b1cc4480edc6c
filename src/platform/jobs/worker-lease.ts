import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { HeldConnection } from '../database/held-connection.js';

/** First half of the two-part advisory locks that stand for live worker processes. */
const LOCK_CLASS = 20_816;

const MAX_ID = 2_147_483_647;

/**
 * Tells which processes that work on jobs are alive. Each holds an advisory lock, which PostgreSQL drops the moment the
 * process dies, and a row naming its workers. The queue by itself would keep the jobs of a killed process for four hours.
 */
export class WorkerLease {
  private readonly state: { leaseId: number; workerIds: readonly string[] };
  private readonly connection: HeldConnection;

  private constructor(state: { leaseId: number; workerIds: readonly string[] }, connection: HeldConnection) {
    this.state = state;
    this.connection = connection;
  }

  static async open(url: string): Promise<WorkerLease> {
    const state = { leaseId: 0, workerIds: [] as readonly string[] };
    const config = { connectionString: url, application_name: 'zhujiu worker lease' };
    return new WorkerLease(state, await HeldConnection.open(config, (client) => take(client, state)));
  }

  /** Writes down the workers of this process, by which the queue marks the jobs they hold. */
  async register(workerIds: readonly string[]): Promise<void> {
    this.state.workerIds = workerIds;
    await this.connection.query('UPDATE job_worker SET worker_ids = $2 WHERE lease_id = $1', [this.state.leaseId, workerIds]);
  }

  /** Gives the jobs of dead processes free for another try. Returns how many workers were found dead. */
  async sweep(): Promise<number> {
    const leases = await this.connection.query<{ lease_id: number }>('SELECT lease_id FROM job_worker WHERE lease_id <> $1', [this.state.leaseId]);
    const dead: string[] = [];
    for (const { lease_id: id } of leases) {
      const [lock] = await this.connection.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [LOCK_CLASS, id]);
      if (!lock?.taken) continue;
      const gone = await this.connection.query<{ worker_ids: string[] }>('DELETE FROM job_worker WHERE lease_id = $1 RETURNING worker_ids', [id]);
      await this.connection.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, id]);
      dead.push(...gone.flatMap((row) => row.worker_ids));
    }
    return this.unlock(dead);
  }

  /** Workers of dead leases, and workers that nobody vouches for although they have held a job for a minute. */
  private async unlock(dead: readonly string[]): Promise<number> {
    const workers = await this.connection.query<{ id: string }>(
      `SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
       WHERE locked_by IS NOT NULL AND (locked_by = ANY ($1) OR locked_at < now() - interval '1 minute')
         AND NOT EXISTS (SELECT FROM job_worker WHERE locked_by = ANY (worker_ids))`, [dead]);
    if (workers.length > 0) await this.connection.query('SELECT graphile_worker.force_unlock_workers($1)', [workers.map(({ id }) => id)]);
    return workers.length;
  }

  async close(): Promise<void> {
    await this.connection.query('DELETE FROM job_worker WHERE lease_id = $1', [this.state.leaseId]).catch(() => undefined);
    await this.connection.close();
  }
}

/** Takes a fresh lock and moves this process's row to it; also after a lost connection, whose old lock may linger. */
async function take(client: pg.Client, state: { leaseId: number; workerIds: readonly string[] }): Promise<void> {
  const before = state.leaseId;
  for (;;) {
    const id = randomInt(1, MAX_ID);
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [LOCK_CLASS, id]);
    if (!rows[0]?.taken) continue;
    await client.query('WITH old AS (DELETE FROM job_worker WHERE lease_id = $3) INSERT INTO job_worker (lease_id, worker_ids) VALUES ($1, $2)', [id, state.workerIds, before]);
    state.leaseId = id;
    return;
  }
}
