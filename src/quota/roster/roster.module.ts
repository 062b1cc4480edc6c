import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CurrentSimulator } from '../levy/index.js';
import { RostersController } from './api/rosters.controller.js';
import { RosterTemplatesController } from './api/templates.controller.js';
import { CleanRostersJob } from './app/clean-rosters.job.js';
import { RosterQueue } from './app/roster-queue.js';
import { RosterQuota } from './app/roster-quota.js';
import { RosterReading, SIMULATOR_OF_TODAY } from './app/roster-reading.js';
import { Rosters } from './app/rosters.js';
import { UploadStore } from './infra/upload-store.js';

/** Rosters of the public calculator: the API, the queue, the clean-up. Pages use `Rosters`. */
@Module({})
export class RosterModule {
  /** @param levy the module that exports `CurrentSimulator` */
  static forRoot(levy: Type): DynamicModule {
    return {
      module: RosterModule,
      imports: [levy],
      controllers: [RostersController, RosterTemplatesController],
      providers: [UploadStore, RosterReading, RosterQueue, RosterQuota, Rosters, CleanRostersJob, { provide: SIMULATOR_OF_TODAY, useExisting: CurrentSimulator }],
      exports: [Rosters],
    };
  }
}
