import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { run, type JobHelpers, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Settings } from '../config/schema.js';
import { safeErrorText } from '../errors/safe-error-text.js';
import type { Handles } from './job-handler.js';
import type { JobRegistry } from './job-registry.js';
import { queueLogger } from './queue-logger.js';
import { WorkerLease } from './worker-lease.js';

const SWEEP_MS = 60_000;
/** Beyond the time that jobs get to end by themselves, for the queue to write down that they did. */
const STOP_MARGIN_MS = 3_000;

const log = new Logger('jobs');

/** What the queue gives a periodic job is its own bookkeeping. */
const isCronPayload = (payload: unknown): boolean => typeof payload === 'object' && payload !== null && '_cron' in payload;

function toTask(name: string, handler: Handles<unknown>) {
  return async (payload: unknown, helpers: JobHelpers): Promise<void> => {
    const { job, abortSignal } = helpers;
    try {
      await handler.handle(isCronPayload(payload) ? null : payload, {
        id: job.id,
        attempt: job.attempts,
        isLastAttempt: job.attempts >= job.max_attempts,
        signal: abortSignal ?? new AbortController().signal,
      });
    } catch (error) {
      // The queue stores and logs the message, so it must hold no personal data; the frames of the stack hold none.
      const text = safeErrorText(error);
      log.warn(`${name} ${job.id} failed (${job.attempts}/${job.max_attempts}): ${text}`);
      const safe = new Error(text);
      safe.stack = [text, ...(error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [])].join('\n');
      throw safe;
    }
  };
}

/** Works on jobs until it is stopped. */
export class JobRunner {
  private constructor(
    private readonly runner: Runner,
    private readonly pool: pg.Pool,
    private readonly lease: WorkerLease,
    private readonly sweeping: NodeJS.Timeout,
    private readonly graceMs: number,
  ) {}

  static async start(url: string, registry: JobRegistry, settings: Settings): Promise<JobRunner> {
    const { concurrency, pollMilliseconds } = settings.jobs;
    const graceMs = settings.server.shutdownSeconds * 1000;
    const lease = await WorkerLease.open(url);
    // One connection listens, the others fetch and settle jobs; the jobs themselves use the service's own pool.
    const pool = new pg.Pool({ connectionString: url, application_name: 'zhujiu jobs', max: Math.min(concurrency, 4) + 1 });
    pool.on('error', (error) => log.warn(`connection of the queue: ${error.message}`));
    const events: WorkerEvents = new EventEmitter() as WorkerEvents;
    const workerIds: string[] = [];
    events.on('worker:create', ({ worker }) => workerIds.push(worker.workerId));
    const taskList: TaskList = Object.fromEntries([...registry.handlers].map(([name, handler]) => [name, toTask(name, handler)]));
    const runner = await run({
      pgPool: pool, taskList, concurrency, pollInterval: pollMilliseconds, parsedCronItems: [...registry.cronItems], events,
      logger: queueLogger(), noHandleSignals: true, gracefulShutdownAbortTimeout: Math.round(graceMs / 2),
    });
    runner.promise.catch((error: unknown) => log.error(`the queue stopped: ${safeErrorText(error)}`));
    await lease.register(workerIds);
    const sweep = (): void => void lease.sweep()
      .then((dead) => { if (dead > 0) log.warn(`gave free the jobs of ${dead} dead workers`); })
      .catch((error: unknown) => log.warn(`looking for dead workers: ${safeErrorText(error)}`));
    sweep();
    return new JobRunner(runner, pool, lease, setInterval(sweep, SWEEP_MS).unref(), graceMs);
  }

  /** Takes no more jobs and lets the running ones end; one that does not end in time is tried again by another process. */
  async stop(): Promise<void> {
    clearInterval(this.sweeping);
    const late = new AbortController();
    await Promise.race([
      this.runner.stop(),
      sleep(this.graceMs + STOP_MARGIN_MS, undefined, { signal: late.signal }).then(() => log.warn('a job did not end in time'), () => undefined),
    ]);
    late.abort();
    await this.lease.close();
    // Waiting for a connection that a late job still holds would undo the time limit.
    void this.pool.end();
  }
}
