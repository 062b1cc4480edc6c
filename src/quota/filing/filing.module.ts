import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { EmploymentModule } from '../../employment/index.js';
import { MembersModule } from '../../members/index.js';
import { RegistryModule } from '../../people/registry/index.js';
import { FormFaults } from '../../ui/index.js';
import { EmployersModule } from '../employers/index.js';
import { FilingPlatformController } from './api/filing-platform.controller.js';
import { FilingPrefillController } from './api/filing-prefill.controller.js';
import { FilingRostersController } from './api/filing-rosters.controller.js';
import { FilingsController } from './api/filings.controller.js';
import { ChangeFiling } from './app/change-filing.command.js';
import { ChangeLines } from './app/change-lines.command.js';
import { CleanImportsJob } from './app/clean-imports.job.js';
import { Declarations } from './app/declarations.js';
import { ExportForPlatform } from './app/export-platform.query.js';
import { ImportFromPlatform, PlatformParts } from './app/import-platform.command.js';
import { FilingLaw } from './app/filing-law.js';
import { FilingReading } from './app/filing-reading.js';
import { FilingRows } from './app/filing-rows.js';
import { HandIn, HandInParts } from './app/hand-in.command.js';
import { ImportQueue } from './app/import-queue.js';
import { ImportRows } from './app/import-rows.js';
import { JudgeLines } from './app/judge-lines.js';
import { OpenDeclaration, OpeningRows } from './app/open-declaration.command.js';
import { OpenDraft } from './app/open-draft.js';
import { Doubts } from './app/doubts.js';
import { Prefill, PrefillParts } from './app/prefill.command.js';
import { PlatformFiles } from './app/platform-files.js';
import { PassDeadlineJob } from './app/pass-deadline.job.js';
import { DeclarationReach, ReadFiling } from './app/read-filing.query.js';
import { ReadImport } from './app/read-import.js';
import { ReadImports } from './app/read-imports.query.js';
import { ReadPlatform } from './app/read-platform.query.js';
import { ReadLines } from './app/read-lines.query.js';
import { ReminderParts, RemindJob } from './app/remind.job.js';
import { ShowFiling } from './app/show-filing.query.js';
import { StartFiling } from './app/start-filing.command.js';
import { TakeRoster } from './app/take-roster.command.js';
import { TrialSum } from './app/trial-sum.js';
import { UploadParts, UploadRoster } from './app/upload-roster.command.js';
import { DeclarationRepository } from './infra/declaration.repository.js';
import { DoubtRepository } from './infra/doubt.repository.js';
import { ImportRepository } from './infra/import.repository.js';
import { LineCells } from './infra/line-cells.js';
import { LineRepository } from './infra/line.repository.js';
import { PlatformSideRepository } from './infra/platform-side.repository.js';
import { PLATFORM_FIELDS, readPlatformFields } from './infra/platform-titles.js';
import { PrefillNoteRepository } from './infra/prefill-note.repository.js';
import { PrefillRepository } from './infra/prefill.repository.js';
import { ReminderRepository } from './infra/reminder.repository.js';
import { StagedRepository } from './infra/staged.repository.js';
import { StepRepository } from './infra/step.repository.js';
import { VersionRepository } from './infra/version.repository.js';
import { FactsPagesController } from './pages/facts-pages.controller.js';
import { FilingPagesController } from './pages/filing-pages.controller.js';
import { HandInPagesController } from './pages/hand-in-pages.controller.js';
import { PageQuestions } from './pages/page-questions.js';
import { PeoplePagesController } from './pages/people-pages.controller.js';
import { PlatformPagesController } from './pages/platform-pages.controller.js';
import { PrefillPagesController } from './pages/prefill-pages.controller.js';
import { UploadPagesController } from './pages/upload-pages.controller.js';

const ROWS = [DeclarationRepository, DoubtRepository, StepRepository, VersionRepository, LineCells, LineRepository, ImportRepository, StagedRepository, FilingRows, ImportRows, OpeningRows];
const RULES = [FilingLaw, TrialSum, JudgeLines, Declarations, OpenDraft];
const QUESTIONS = [ReadFiling, ReadLines, ReadImports, ShowFiling, FilingReading, DeclarationReach];
const COMMANDS = [OpenDeclaration, ChangeFiling, ChangeLines, HandInParts, HandIn, ReadImport, ImportQueue, UploadParts, UploadRoster, TakeRoster, PrefillRepository, PrefillNoteRepository, PrefillParts, Prefill, Doubts, StartFiling];
const PLATFORM = [{ provide: PLATFORM_FIELDS, useFactory: readPlatformFields }, PlatformSideRepository, PlatformParts, ExportForPlatform, ImportFromPlatform, PlatformFiles, ReadPlatform];
const JOBS = [CleanImportsJob, PassDeadlineJob, ReminderRepository, ReminderParts, RemindJob];

/** The annual review's filing, the employer's side 年审申报. */
@Module({})
export class FilingModule {
  /** @param levy the module that exports `CurrentSimulator` */
  static forRoot(levy: Type): DynamicModule {
    return {
      module: FilingModule,
      imports: [RegistryModule, EmployersModule, EmploymentModule, MembersModule, levy],
      controllers: [FilingsController, FilingRostersController, FilingPrefillController, FilingPlatformController, FilingPagesController, FactsPagesController, PeoplePagesController, UploadPagesController, HandInPagesController, PrefillPagesController, PlatformPagesController],
      providers: [...ROWS, ...RULES, ...QUESTIONS, ...COMMANDS, ...PLATFORM, ...JOBS, PageQuestions, FormFaults],
      exports: [Declarations, TrialSum, DoubtRepository, ReadFiling, ReadLines, ShowFiling, DeclarationReach],
    };
  }
}
