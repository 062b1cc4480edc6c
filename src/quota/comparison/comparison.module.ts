import { Module, type DynamicModule } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { RegistryModule } from '../../people/registry/index.js';
import { FormFaults } from '../../ui/index.js';
import { ComparisonsController } from './api/comparisons.controller.js';
import { ConflictsController } from './api/conflicts.controller.js';
import { SignalsController } from './api/signals.controller.js';
import { CompareBatch } from './app/compare-batch.js';
import { CompareFilings } from './app/compare-filings.js';
import { CompareOne } from './app/compare-one.js';
import { CompareSubmittedJob } from './app/compare-submitted.job.js';
import { CompareYear } from './app/compare-year.command.js';
import { ComparedRepositories } from './app/compared-repositories.js';
import { FindConflicts } from './app/find-conflicts.js';
import { LookAtSignal } from './app/look-at-signal.command.js';
import { Looks } from './app/looks.js';
import { ReadComparison } from './app/read-comparison.query.js';
import { ConflictReach, ReadConflicts } from './app/read-conflicts.query.js';
import { ReadSignals, SignalReach } from './app/read-signals.query.js';
import { RenewComparisonsJob } from './app/renew-comparisons.job.js';
import { ConflictTelling, SettleConflict } from './app/settle-conflict.command.js';
import { SharedContacts } from './app/shared-contacts.js';
import { TellConflictsJob } from './app/tell-conflicts.job.js';
import { TellVoidJob } from './app/tell-void.job.js';
import { ConflictRepository } from './infra/conflict.repository.js';
import { ConflictViewRepository } from './infra/conflict-view.repository.js';
import { GatherRepository } from './infra/gather.repository.js';
import { ResultRepository } from './infra/result.repository.js';
import { SignalRepository } from './infra/signal.repository.js';
import { ComparisonPagesController } from './pages/comparison-pages.controller.js';
import { SignalPagesController } from './pages/signal-pages.controller.js';

const ROWS = [GatherRepository, ResultRepository, SignalRepository, ConflictRepository, ConflictViewRepository, ComparedRepositories];
const COMPARING = [CompareBatch, CompareFilings, FindConflicts, SharedContacts, CompareOne, CompareYear];
const READING = [Looks, ReadComparison, ReadConflicts, ConflictReach, ReadSignals, SignalReach];
const SETTLING = [ConflictTelling, SettleConflict, LookAtSignal];
const JOBS = [CompareSubmittedJob, TellConflictsJob, TellVoidJob, RenewComparisonsJob];

/** What registers and other filings say to a filing, before any human looks at it 系统比对. */
@Module({})
export class ComparisonModule {
  /** @param filings the module that exports `Declarations` */
  static forRoot(filings: DynamicModule): DynamicModule {
    return {
      module: ComparisonModule,
      imports: [MembersModule, RegistryModule, filings],
      controllers: [ComparisonsController, ConflictsController, SignalsController, ComparisonPagesController, SignalPagesController],
      providers: [...ROWS, ...COMPARING, ...READING, ...SETTLING, ...JOBS, FormFaults],
      exports: [Looks, CompareOne, CompareYear, ReadComparison, ReadSignals, ResultRepository, SignalRepository, ConflictViewRepository, ReadConflicts, SettleConflict, LookAtSignal],
    };
  }
}
