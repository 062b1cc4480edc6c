import { Global, Inject, Module, type BeforeApplicationShutdown, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import type { Settings } from '../config/schema.js';
import { SETTINGS } from '../config/settings.module.js';
import { CleanReceiptsJob } from './clean-receipts.job.js';
import { handlerMetadata, type Handles } from './job-handler.js';
import { declaredJobs } from './job-name.js';
import { buildJobRegistry, type FoundHandler } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { Outbox } from './outbox.js';

const QUEUE_URL = Symbol('QUEUE_URL');

/**
 * The outbox for every room, and the runner in processes whose role includes work. Handlers are found among all providers;
 * in every role the boot fails when a declared job has no handler or two.
 */
@Global()
@Module({ imports: [DiscoveryModule] })
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private runner: JobRunner | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(QUEUE_URL) private readonly url: string,
  ) {}

  /** `url`: of the opened and migrated database, as `openDatabase` gives it. */
  static forRoot(options: { readonly url: string }): DynamicModule {
    return {
      module: JobsModule,
      providers: [Outbox, CleanReceiptsJob, { provide: QUEUE_URL, useValue: options.url }],
      exports: [Outbox],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    const registry = buildJobRegistry(declaredJobs(), this.findHandlers());
    if (this.settings.role !== 'web') this.runner = await JobRunner.start(this.url, registry, this.settings);
  }

  /** Before the rooms let go of what their jobs use. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }

  private findHandlers(): FoundHandler[] {
    return this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      const metadata = typeof metatype === 'function' ? handlerMetadata(metatype) : null;
      return metadata && metatype ? [{ ...metadata, className: metatype.name, handler: instance as Handles<unknown> }] : [];
    });
  }
}
