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
import { PersonData } from './app/person-data.js';
import { FileReach, ReadFiles } from './app/read-files.query.js';
import { RevealFields } from './app/reveal-fields.command.js';
import { ContactRepository } from './infra/contact.repository.js';
import { FileRepository } from './infra/file.repository.js';
import { FilePagesController } from './pages/file-pages.controller.js';
import { RevealPagesController } from './pages/reveal-pages.controller.js';

/** Files of people: opened, read masked, revealed with a reason, changed, closed. */
@Module({
  imports: [MembersModule, RegistryModule],
  controllers: [RevealsController, FilesController, RevealPagesController, FilePagesController],
  providers: [FileRepository, ContactRepository, FileParts, FilePlaces, CreateFile, ChangeFile, ReadFiles, RevealFields, ExportFiles, PersonData, FileReach, FormFaults],
  exports: [PersonData],
})
export class FilesModule {}
