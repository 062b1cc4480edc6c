import { Module } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { FormFaults } from '../../ui/index.js';
import { EmployerDuplicatesController } from './api/employer-duplicates.controller.js';
import { EmployerFileController } from './api/employer-file.controller.js';
import { EmployerImportsController } from './api/employer-imports.controller.js';
import { EmployersController } from './api/employers.controller.js';
import { CorrectEmployer } from './app/correct-employer.command.js';
import { DecideEmployer } from './app/decide-employer.command.js';
import { DeclareHeadcounts } from './app/declare-headcounts.command.js';
import { EmployerFileParts } from './app/employer-file-parts.js';
import { ImportEmployers, ImportStore } from './app/import-employers.command.js';
import { KeepBranches } from './app/keep-branches.command.js';
import { KeepContacts } from './app/keep-contacts.command.js';
import { ReadDuplicates } from './app/read-duplicates.query.js';
import { FileRows, ReadEmployerFile } from './app/read-employer-file.query.js';
import { DuplicateReach, MergingReach } from './app/reaches.js';
import { EmployerReach, ReadEmployers } from './app/read-employers.query.js';
import { ReadImports } from './app/read-imports.query.js';
import { EmployerMembers, RegisterEmployer } from './app/register-employer.command.js';
import { SettleDuplicate } from './app/settle-duplicate.command.js';
import { StartImport } from './app/start-import.command.js';
import { TellMerged } from './app/tell-merged.js';
import { BranchRepository } from './infra/branch.repository.js';
import { ContactRepository } from './infra/contact.repository.js';
import { DuplicatesRepository } from './infra/duplicates.repository.js';
import { EmployerFileRepository } from './infra/employer-file.repository.js';
import { EmployerRepository } from './infra/employer.repository.js';
import { HeadcountRepository } from './infra/headcount.repository.js';
import { ImportsRepository } from './infra/imports.repository.js';
import { ContactPagesController } from './pages/contact-pages.controller.js';
import { DuplicatePagesController } from './pages/duplicate-pages.controller.js';
import { EmployerPagesController } from './pages/employer-pages.controller.js';
import { FileDesk } from './pages/file-desk.js';
import { FilePagesController } from './pages/file-pages.controller.js';
import { ImportPagesController } from './pages/import-pages.controller.js';

/** Employers: registration and verification, their files, lists of the tax register, duplicates. */
@Module({
  imports: [MembersModule],
  controllers: [
    EmployersController, EmployerFileController, EmployerImportsController, EmployerDuplicatesController, EmployerPagesController, FilePagesController, ContactPagesController, ImportPagesController, DuplicatePagesController,
  ],
  providers: [
    BranchRepository, ContactRepository, DuplicatesRepository, EmployerFileRepository, EmployerRepository, HeadcountRepository, ImportsRepository,
    CorrectEmployer, DecideEmployer, DeclareHeadcounts, DuplicateReach, EmployerFileParts, EmployerMembers, EmployerReach, FileDesk, FileRows, FormFaults, ImportEmployers, ImportStore, KeepBranches, KeepContacts, MergingReach,
    ReadDuplicates, ReadEmployerFile, ReadEmployers, ReadImports, RegisterEmployer, SettleDuplicate, StartImport, TellMerged,
  ],
  exports: [ReadEmployers, ReadEmployerFile],
})
export class EmployersModule {}
