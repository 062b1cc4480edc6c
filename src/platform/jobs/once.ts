import type { Tx } from '../database/unit-of-work.js';
import type { JobName } from './job-name.js';

/**
 * Runs `work` at most once for a job and a key, in the caller's transaction: the receipt and the effects commit together, so
 * a job that is delivered twice acts once. A second caller waits for the first one's commit.
 * Returns whether it ran. Receipts are kept for 30 days, far longer than any retry.
 */
export async function once<P>(tx: Tx, job: JobName<P>, key: string, work: () => Promise<void>): Promise<boolean> {
  const rows: unknown[] = await tx.query('INSERT INTO job_receipt (job, key) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key', [job, key]);
  if (rows.length === 0) return false;
  await work();
  return true;
}
