import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { LOGGER, type Logger } from '../logging/index.js';
import { METRICS } from '../metrics/metrics.service.js';

export type Lag = {
  /** Entries that no segment covers yet. */
  readonly waiting: number;
  /** Age of the oldest of them in seconds; 0 where there is none. */
  readonly seconds: number;
};

/** How far the chain is behind the writers. */
export async function readLag(db: { query(sql: string): Promise<unknown> }): Promise<Lag> {
  const [lag] = (await db.query(
    `WITH last AS (SELECT last_xid, last_seq FROM audit_segment ORDER BY no DESC LIMIT 1)
     SELECT count(*)::int AS waiting, coalesce(greatest(extract(epoch FROM clock_timestamp() - min(at)), 0), 0)::float8 AS seconds
     FROM audit_entry WHERE (xid, seq) > (coalesce((SELECT last_xid FROM last), 0), coalesce((SELECT last_seq FROM last), 0))`,
  )) as Lag[];
  return lag ?? { waiting: 0, seconds: 0 };
}

/** Two figures for the metrics: an operator is warned when the chain stands still. */
@Injectable()
export class AuditLag implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    @Inject(METRICS) private readonly registry: Registry,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const lag = this;
    const seconds = new Gauge({ name: 'zhujiu_audit_unsealed_seconds', help: 'Age of the oldest audit entry that the chain does not cover yet', registers: [this.registry] });
    new Gauge({
      name: 'zhujiu_audit_unsealed', help: 'Audit entries that the chain does not cover yet', registers: [this.registry],
      async collect() {
        const found = await lag.read();
        // Without an answer the figures are left out rather than old.
        if (found) {
          this.set(found.waiting);
          seconds.set(found.seconds);
        } else {
          this.reset();
          seconds.reset();
        }
      },
    });
  }

  private async read(): Promise<Lag | null> {
    try {
      return await readLag(this.db);
    } catch (error) {
      this.logger.warn({ event: 'metrics.audit_failed', err: error }, 'the lag of the audit chain could not be read');
      return null;
    }
  }
}
