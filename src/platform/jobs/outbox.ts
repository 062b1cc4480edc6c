import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config/schema.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Tx } from '../database/unit-of-work.js';
import type { JobName } from './job-name.js';

export type EnqueueOptions = {
  /** A second job with the key of one that has not begun takes its place. */
  readonly key?: string;
  /** Not before this instant. */
  readonly runAt?: Date;
  /** Tries before it is a dead letter; the setting `jobs.maxAttempts` otherwise. */
  readonly maxAttempts?: number;
};

/** The only way to start a job: its row commits or vanishes together with the business transaction. */
@Injectable()
export class Outbox {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Adds a job and returns its id. Payloads are plain JSON. */
  async enqueue<P>(tx: Tx, name: JobName<P>, payload: P, options: EnqueueOptions = {}): Promise<string> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM graphile_worker.add_job(
         identifier => $1::text, payload => $2::json, run_at => $3::timestamptz, max_attempts => $4::integer, job_key => $5::text)`,
      [name, JSON.stringify(payload), options.runAt?.toISOString() ?? null, options.maxAttempts ?? this.settings.jobs.maxAttempts, options.key ?? null],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error(`the job ${name} was not added`);
    return id;
  }
}
