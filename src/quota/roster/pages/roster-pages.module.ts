import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { RosterBlankFilesController } from './blank-files.controller.js';
import { RosterDownloadsController } from './downloads.controller.js';
import { RosterPageLaw } from './page-law.js';
import { RosterResultController } from './result.controller.js';
import { RosterUploadController } from './upload.controller.js';

/** The pages of rosters. */
@Module({})
export class RosterPagesModule {
  /** @param rosters the module that exports `Rosters` @param levy the module that exports `CurrentSimulator` */
  static forRoot(rosters: DynamicModule, levy: Type): DynamicModule {
    return {
      module: RosterPagesModule,
      imports: [rosters, levy],
      controllers: [RosterResultController, RosterUploadController, RosterDownloadsController, RosterBlankFilesController],
      providers: [RosterPageLaw],
    };
  }
}
