import { Module } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { FormFaults } from '../../ui/index.js';
import { EmployersController } from './api/employers.controller.js';
import { DecideEmployer } from './app/decide-employer.command.js';
import { EmployerReach, ReadEmployers } from './app/read-employers.query.js';
import { EmployerMembers, RegisterEmployer } from './app/register-employer.command.js';
import { ImportEmployers, ImportStore } from './app/import-employers.command.js';
import { DuplicatesRepository } from './infra/duplicates.repository.js';
import { ImportsRepository } from './infra/imports.repository.js';
import { EmployerRepository } from './infra/employer.repository.js';
import { EmployerPagesController } from './pages/employer-pages.controller.js';

/** Employers: their registration and its verification. */
@Module({
  imports: [MembersModule],
  controllers: [EmployersController, EmployerPagesController],
  providers: [ImportsRepository, DuplicatesRepository, ImportStore, ImportEmployers, EmployerRepository, EmployerMembers, RegisterEmployer, DecideEmployer, ReadEmployers, EmployerReach, FormFaults],
  exports: [ReadEmployers],
})
export class EmployersModule {}
