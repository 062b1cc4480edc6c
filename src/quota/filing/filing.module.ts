import { Module } from '@nestjs/common';
import { AwaitComparisonJob } from './app/await-comparison.job.js';
import { Declarations } from './app/declarations.js';
import { FilingRows } from './app/filing-rows.js';
import { DeclarationReach, ReadFiling } from './app/read-filing.query.js';
import { DeclarationRepository } from './infra/declaration.repository.js';
import { LineCells } from './infra/line-cells.js';
import { LineRepository } from './infra/line.repository.js';
import { StepRepository } from './infra/step.repository.js';
import { VersionRepository } from './infra/version.repository.js';

/** The annual review's filing, the employer's side 年审申报. */
@Module({
  providers: [DeclarationRepository, StepRepository, VersionRepository, LineCells, LineRepository, FilingRows, Declarations, ReadFiling, DeclarationReach, AwaitComparisonJob],
  exports: [Declarations, ReadFiling, DeclarationReach],
})
export class FilingModule {}
