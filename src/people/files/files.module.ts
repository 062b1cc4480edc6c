import { Module } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { FormFaults } from '../../ui/index.js';
import { RegistryModule } from '../registry/index.js';
import { FilesController } from './api/files.controller.js';
import { RevealsController } from './api/reveals.controller.js';
import { ChangeFile } from './app/change-file.command.js';
import { CreateFile, FilePlaces } from './app/create-file.command.js';
import { ExportFiles } from './app/export-files.command.js';
import { FileParts } from './app/file-parts.js';
import { FileParties } from './app/file-parties.query.js';
import { PersonData } from './app/person-data.js';
import { FileReach, ReadFiles } from './app/read-files.query.js';
import { RevealFields } from './app/reveal-fields.command.js';
import { ContactRepository } from './infra/contact.repository.js';
import { FileRepository } from './infra/file.repository.js';
import { AssignPagesController } from './pages/assign-pages.controller.js';
import { ChangePagesController } from './pages/change-pages.controller.js';
import { ExportPagesController } from './pages/export-pages.controller.js';
import { FilePagesController } from './pages/file-pages.controller.js';
import { RevealPagesController } from './pages/reveal-pages.controller.js';

/** Files of people: opened, read masked, revealed with a reason, changed, closed. */
@Module({
  imports: [MembersModule, RegistryModule],
  controllers: [RevealsController, FilesController, RevealPagesController, ChangePagesController, AssignPagesController, ExportPagesController, FilePagesController],
  providers: [FileRepository, ContactRepository, FileParts, FilePlaces, CreateFile, ChangeFile, ReadFiles, RevealFields, ExportFiles, FileParties, PersonData, FileReach, FormFaults],
  exports: [PersonData],
})
export class FilesModule {}
