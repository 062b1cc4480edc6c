import { Module, type DynamicModule } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { FormFaults } from '../../ui/index.js';
import { DeterminationsController } from './api/determinations.controller.js';
import { NoticeObjectionsController } from './api/notice-objections.controller.js';
import { NoticesController } from './api/notices.controller.js';
import { VerificationsController } from './api/verifications.controller.js';
import { Announce } from './app/announce.js';
import { AttachDeterminations } from './app/attach-determinations.js';
import { ContentMaker } from './app/content-maker.js';
import { IssueOnDecisionJob } from './app/issue-on-decision.job.js';
import { IssueDetermination } from './app/issue-determination.command.js';
import { NoticeObjections } from './app/notice-objections.command.js';
import { NoticeLaw } from './app/notice-law.js';
import { PrintCertificate } from './app/print-certificate.query.js';
import { PublishNotice } from './app/publish-notice.command.js';
import { DeterminationReach, ReadDeterminations } from './app/read-determinations.query.js';
import { NoticeReach, ReadNotices } from './app/read-notices.query.js';
import { VerifyDetermination } from './app/verify-determination.query.js';
import { DeterminationRepository } from './infra/determination.repository.js';
import { NoticeObjectionRepository } from './infra/notice-objection.repository.js';
import { NoticeRepository } from './infra/notice.repository.js';
import { DeterminationPagesController } from './pages/determination-pages.controller.js';
import { NoticeDeskController } from './pages/notice-desk.controller.js';
import { NoticeObjectionPagesController } from './pages/notice-objection-pages.controller.js';
import { NoticePagesController } from './pages/notice-pages.controller.js';
import { VerifyPagesController } from './pages/verify-pages.controller.js';

/** What a federation has determined: certificate, verification, public notice. */
@Module({})
export class DeterminationsModule {
  /** @param filings exports `Declarations` @param reviews exports `ReadDecisions` and `ArchiveAttachments` */
  static forRoot(filings: DynamicModule, reviews: DynamicModule): DynamicModule {
    return {
      module: DeterminationsModule,
      imports: [MembersModule, filings, reviews],
      controllers: [DeterminationsController, VerificationsController, NoticesController, NoticeObjectionsController, DeterminationPagesController, VerifyPagesController, NoticePagesController, NoticeDeskController, NoticeObjectionPagesController],
      providers: [
        DeterminationRepository, NoticeRepository, ContentMaker, Announce, AttachDeterminations, IssueDetermination, IssueOnDecisionJob, ReadDeterminations, DeterminationReach, PrintCertificate, VerifyDetermination, NoticeLaw, PublishNotice,
        NoticeObjectionRepository, NoticeObjections, ReadNotices, NoticeReach, FormFaults,
      ],
      exports: [IssueDetermination, ReadDeterminations, PublishNotice],
    };
  }
}
