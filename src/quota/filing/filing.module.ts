import { Module } from '@nestjs/common';
import { RegistryModule } from '../../people/registry/index.js';
import { AwaitComparisonJob } from './app/await-comparison.job.js';
import { CleanImportsJob } from './app/clean-imports.job.js';
import { Declarations } from './app/declarations.js';
import { FilingLaw } from './app/filing-law.js';
import { FilingRows } from './app/filing-rows.js';
import { ImportQueue } from './app/import-queue.js';
import { ImportRows } from './app/import-rows.js';
import { OpenDraft } from './app/open-draft.js';
import { DeclarationReach, ReadFiling } from './app/read-filing.query.js';
import { ReadImport } from './app/read-import.js';
import { ReadImports } from './app/read-imports.query.js';
import { TakeRoster } from './app/take-roster.command.js';
import { UploadParts, UploadRoster } from './app/upload-roster.command.js';
import { DeclarationRepository } from './infra/declaration.repository.js';
import { ImportRepository } from './infra/import.repository.js';
import { LineCells } from './infra/line-cells.js';
import { LineRepository } from './infra/line.repository.js';
import { StagedRepository } from './infra/staged.repository.js';
import { StepRepository } from './infra/step.repository.js';
import { VersionRepository } from './infra/version.repository.js';

/** The annual review's filing, the employer's side 年审申报. */
@Module({
  imports: [RegistryModule],
  providers: [
    DeclarationRepository, StepRepository, VersionRepository, LineCells, LineRepository, ImportRepository, StagedRepository, FilingRows, ImportRows, FilingLaw,
    Declarations, OpenDraft, ReadFiling, ReadImports, DeclarationReach, ReadImport, ImportQueue, UploadParts, UploadRoster, TakeRoster, AwaitComparisonJob, CleanImportsJob,
  ],
  exports: [Declarations, ReadFiling, DeclarationReach],
})
export class FilingModule {}
