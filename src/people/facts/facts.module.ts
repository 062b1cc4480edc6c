import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { RegistryModule } from '../registry/index.js';
import { FactsController } from './api/facts.controller.js';
import { FactParts, LoadFacts } from './app/load-facts.js';
import { PullFacts, PullStore } from './app/pull-facts.command.js';
import { PullAllFactsJob, PullFactsJob } from './app/pull-facts.job.js';
import { ReadBatches } from './app/read-batches.query.js';
import { FactPagesController } from './pages/fact-pages.controller.js';
import { Batches } from './infra/batches.js';
import { HttpRegister } from './infra/http-register.js';
import { Pulls } from './infra/pulls.js';

/** What registers tell of people: importers, batches, coverage. */
@Module({
  imports: [RegistryModule],
  controllers: [FactsController, FactPagesController],
  providers: [
    ReadBatches, Batches, Pulls, FactParts, LoadFacts, PullStore, PullFacts, PullFactsJob, PullAllFactsJob,
    { provide: HttpRegister, inject: [SETTINGS], useFactory: (settings: Settings) => new HttpRegister(settings.facts, (milliseconds) => sleep(milliseconds).then(() => undefined)) },
  ],
  exports: [LoadFacts],
})
export class FactsModule {}
