import { Module, type DynamicModule } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { CompareBatch } from './app/compare-batch.js';
import { CompareFilings } from './app/compare-filings.js';
import { CompareOne } from './app/compare-one.js';
import { CompareSubmittedJob } from './app/compare-submitted.job.js';
import { ComparedRepositories } from './app/compared-repositories.js';
import { FindConflicts } from './app/find-conflicts.js';
import { LookAtSignal } from './app/look-at-signal.command.js';
import { ConflictReach, ReadConflicts } from './app/read-conflicts.query.js';
import { ConflictTelling, SettleConflict } from './app/settle-conflict.command.js';
import { SharedContacts } from './app/shared-contacts.js';
import { TellConflictsJob } from './app/tell-conflicts.job.js';
import { ConflictRepository } from './infra/conflict.repository.js';
import { ConflictViewRepository } from './infra/conflict-view.repository.js';
import { GatherRepository } from './infra/gather.repository.js';
import { ResultRepository } from './infra/result.repository.js';
import { SignalRepository } from './infra/signal.repository.js';

const ROWS = [GatherRepository, ResultRepository, SignalRepository, ConflictRepository, ConflictViewRepository, ComparedRepositories];
const COMPARING = [CompareBatch, CompareFilings, FindConflicts, SharedContacts, CompareOne];
const SETTLING = [ReadConflicts, ConflictReach, ConflictTelling, SettleConflict, LookAtSignal];
const JOBS = [CompareSubmittedJob, TellConflictsJob];

/** What registers and other filings say to a filing, before any human looks at it 系统比对. */
@Module({})
export class ComparisonModule {
  /** @param filings the module that exports `Declarations` */
  static forRoot(filings: DynamicModule): DynamicModule {
    return {
      module: ComparisonModule,
      imports: [MembersModule, filings],
      providers: [...ROWS, ...COMPARING, ...SETTLING, ...JOBS],
      exports: [CompareOne, ResultRepository, SignalRepository, ConflictViewRepository, ReadConflicts, SettleConflict, LookAtSignal],
    };
  }
}
