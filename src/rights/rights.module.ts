import { Module } from '@nestjs/common';
import { MembersModule } from '../members/index.js';
import { FilesModule } from '../people/files/index.js';
import { FormFaults } from '../ui/index.js';
import { OwnRightsController } from './api/own-rights.controller.js';
import { RightsController } from './api/rights.controller.js';
import { AnswerRequest } from './app/answer-request.command.js';
import { Consents, PersonReach } from './app/consents.command.js';
import { MakeRequest, RightsParties } from './app/make-request.command.js';
import { OwnData, RightsRecords } from './app/own-data.query.js';
import { OwnPerson } from './app/own-person.js';
import { ReadRights, RequestReach, RetentionPeriods } from './app/read-rights.query.js';
import { RetentionJob, RetentionParts } from './app/retention.job.js';
import { ConsentRepository } from './infra/consent.repository.js';
import { RequestRepository } from './infra/request.repository.js';
import { RetentionRunRepository } from './infra/retention-run.repository.js';
import { OfficerPagesController } from './pages/officer-pages.controller.js';
import { OwnConsentsController } from './pages/own-consents.controller.js';
import { OwnPagesController } from './pages/own-pages.controller.js';
import { OwnRequestsController } from './pages/own-requests.controller.js';
import { RetentionPagesController } from './pages/retention.controller.js';
import { PrivacyBook, shippedPrivacyFolder } from './reading/privacy-book.js';

/** Consents, rights of people over their data, and how long data is kept. */
@Module({
  imports: [MembersModule, FilesModule],
  controllers: [OwnRightsController, RightsController, OwnPagesController, OwnConsentsController, OwnRequestsController, OfficerPagesController, RetentionPagesController],
  providers: [
    { provide: PrivacyBook, useFactory: () => PrivacyBook.read(shippedPrivacyFolder()) }, ConsentRepository, RequestRepository, RetentionRunRepository,
    OwnPerson, OwnData, RightsRecords, RightsParties, Consents, PersonReach, MakeRequest, AnswerRequest, ReadRights, RequestReach, RetentionPeriods, RetentionParts, RetentionJob, FormFaults,
  ],
})
export class RightsModule {}
