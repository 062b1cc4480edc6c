import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { safeErrorText } from '../errors/safe-error-text.js';
import { queueCounts } from '../jobs/index.js';
import { LOGGER, type Logger } from '../logging/index.js';

export type CheckState = 'ok' | 'failed';
export type Readiness = { readonly status: CheckState; readonly checks: { readonly database: CheckState; readonly migrations: CheckState; readonly jobs: CheckState } };

/** A load balancer asks again within seconds; a check that takes longer has failed. */
const PATIENCE_MS = 2_000;

@Injectable()
export class HealthService {
  private stopping = false;
  private migrated = false;

  constructor(
    private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** From now on the process tells load balancers to send no more. */
  beginStop(): void {
    this.stopping = true;
  }

  async readiness(): Promise<Readiness> {
    const [database, migrations, jobs] = await Promise.all([
      this.check('database', () => this.db.query('SELECT 1')),
      this.check('migrations', () => this.demandMigrations()),
      this.check('jobs', () => queueCounts(this.db)),
    ]);
    const good = !this.stopping && [database, migrations, jobs].every((state) => state === 'ok');
    return { status: good ? 'ok' : 'failed', checks: { database, migrations, jobs } };
  }

  /** What is applied stays applied, so a good answer is not asked for again. */
  private async demandMigrations(): Promise<void> {
    if (this.migrated) return;
    if (await this.db.showMigrations()) throw new Error('migrations are pending');
    this.migrated = true;
  }

  private async check(name: string, work: () => Promise<unknown>): Promise<CheckState> {
    const timer = new AbortController();
    const late = new Promise<never>((_, reject) => {
      const timeout = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
      timer.signal.addEventListener('abort', () => clearTimeout(timeout));
    });
    try {
      await Promise.race([work(), late]);
      return 'ok';
    } catch (error) {
      this.logger.warn({ event: 'health.failed', check: name, reason: safeErrorText(error) }, 'health check failed');
      return 'failed';
    } finally {
      timer.abort();
    }
  }
}
