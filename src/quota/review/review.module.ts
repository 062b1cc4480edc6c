import { Module, type DynamicModule } from '@nestjs/common';
import { EmploymentModule } from '../../employment/index.js';
import { MembersModule } from '../../members/index.js';
import { FormFaults } from '../../ui/index.js';
import { ChecksController } from './api/checks.controller.js';
import { FilingReviewsController } from './api/filing-reviews.controller.js';
import { PaperFields } from './api/paper-fields.js';
import { ReviewsController } from './api/reviews.controller.js';
import { AcceptFiling } from './app/accept-filing.command.js';
import { ArchiveAttachments } from './app/archive-attachments.js';
import { ArchiveFiling, ArchiveSources } from './app/archive-filing.command.js';
import { Conclusion } from './app/conclusion.js';
import { CorrectDetermination } from './app/correct-determination.command.js';
import { DecideLines } from './app/decide-lines.command.js';
import { Desks } from './app/desk.js';
import { FinishCheck } from './app/finish-check.command.js';
import { Objections, ObjectionTelling } from './app/objections.command.js';
import { PaperGrounds, Papers } from './app/papers.command.js';
import { ReadCorrespondence } from './app/read-correspondence.query.js';
import { ReadQueue } from './app/read-queue.query.js';
import { ReadReview, ReviewSources } from './app/read-review.query.js';
import { ReadDecisions } from './app/read-statement.query.js';
import { ReturnFiling } from './app/return-filing.command.js';
import { ReviewCommands } from './app/review-commands.js';
import { ReviewLaw } from './app/review-law.js';
import { ReviewRows } from './app/review-rows.js';
import { DecisionRepository } from './infra/decision.repository.js';
import { FileRepository } from './infra/file.repository.js';
import { ObjectionRepository } from './infra/objection.repository.js';
import { QueueRepository } from './infra/queue.repository.js';
import { RequestRepository } from './infra/request.repository.js';
import { ReviewRepository } from './infra/review.repository.js';
import { ArchivePagesController } from './pages/archive-pages.controller.js';
import { LetterPagesController } from './pages/letter-pages.controller.js';
import { PaperPagesController } from './pages/paper-pages.controller.js';
import { ReviewPagesController } from './pages/review-pages.controller.js';
import { ReviewParts } from './pages/review-parts.js';
import { StepPagesController } from './pages/step-pages.controller.js';

const ROWS = [DecisionRepository, FileRepository, ObjectionRepository, QueueRepository, RequestRepository, ReviewRepository, ReviewRows];
const RULES = [ReviewLaw, Desks, Conclusion, ObjectionTelling, PaperGrounds];
const QUESTIONS = [ReadQueue, ReviewSources, ReadReview, ReadDecisions, ReadCorrespondence];
const COMMANDS = [AcceptFiling, DecideLines, FinishCheck, ReturnFiling, Objections, CorrectDetermination, ReviewCommands, ArchiveAttachments, ArchiveSources, ArchiveFiling, Papers];

/** The federation's side of the annual review 年审审核. */
@Module({})
export class ReviewModule {
  /** @param filings exports `Declarations` @param comparisons exports `CompareOne` */
  static forRoot(filings: DynamicModule, comparisons: DynamicModule): DynamicModule {
    return {
      module: ReviewModule,
      imports: [EmploymentModule, MembersModule, filings, comparisons],
      controllers: [ReviewsController, ChecksController, FilingReviewsController, ReviewPagesController, StepPagesController, ArchivePagesController, LetterPagesController, PaperPagesController],
      providers: [...ROWS, ...RULES, ...QUESTIONS, ...COMMANDS, PaperFields, ReviewParts, FormFaults],
      exports: [ReadReview, ReadDecisions, ArchiveAttachments],
    };
  }
}
