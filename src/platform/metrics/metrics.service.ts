import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import type { FinishedRequest } from '../http/index.js';
import { queueCounts } from '../jobs/index.js';
import { LOGGER, type Logger } from '../logging/index.js';

/** Injection token of the registry in which every room may put its own figures: names and counts, never persons. */
export const METRICS = Symbol('METRICS');

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.08, 0.15, 0.3, 0.6, 1, 2.5, 5, 10, 30];

@Injectable()
export class MetricsService implements OnModuleInit, OnApplicationShutdown {
  private readonly requests: Counter<'method' | 'route' | 'status'>;
  private readonly durations: Histogram<'method' | 'route'>;
  private readonly broken: Counter;

  constructor(
    @Inject(METRICS) private readonly registry: Registry,
    private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const registers = [registry];
    this.requests = new Counter({ name: 'zhujiu_http_requests_total', help: 'Answered requests', labelNames: ['method', 'route', 'status'], registers });
    this.durations = new Histogram({ name: 'zhujiu_http_request_seconds', help: 'Time from request line to the end of the answer', labelNames: ['method', 'route'], buckets: BUCKETS, registers });
    this.broken = new Counter({ name: 'zhujiu_http_broken_total', help: 'Connections that ended before their answer was out', registers });
  }

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
    const service = this;
    new Gauge({
      name: 'zhujiu_jobs', help: 'Jobs in the queue', labelNames: ['job', 'state'], registers: [this.registry],
      async collect() {
        await service.collectJobs(this);
      },
    });
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }

  record({ method, route, status, seconds, answered }: FinishedRequest): void {
    this.requests.inc({ method, route, status: String(status) });
    this.durations.observe({ method, route }, seconds);
    if (!answered) this.broken.inc();
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** The other figures are wanted most when the database is down, so its silence must not take them along. */
  private async collectJobs(gauge: Gauge<'job' | 'state'>): Promise<void> {
    gauge.reset();
    try {
      for (const { job, ...states } of await queueCounts(this.db)) {
        for (const [state, count] of Object.entries(states)) gauge.set({ job, state }, count);
      }
    } catch (error) {
      this.logger.warn({ event: 'metrics.jobs_failed', err: error }, 'the queue could not be counted');
    }
  }
}
