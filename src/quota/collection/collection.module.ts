import { Module, type DynamicModule } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { FormFaults } from '../../ui/index.js';
import { AssessmentsController } from './api/assessments.controller.js';
import { ExchangeController } from './api/exchange.controller.js';
import { OversightController } from './api/oversight.controller.js';
import { ReliefRequestsController } from './api/relief-requests.controller.js';
import { Advance } from './app/advance.js';
import { AssessmentParts } from './app/assessment-parts.js';
import { Awards } from './app/awards.js';
import { BatchConsequences } from './app/batch-consequences.js';
import { BatchOut } from './app/batch-out.js';
import { BatchRows } from './app/batch-rows.js';
import { CreditObjections } from './app/credit-objections.command.js';
import { CreditRecords } from './app/credit-records.command.js';
import { EnterRecord } from './app/enter-record.js';
import { ExpireOrdersJob } from './app/expire-orders.job.js';
import { ExportCredit } from './app/export-credit.query.js';
import { FinanceOrders } from './app/finance-orders.command.js';
import { LateFees } from './app/late-fees.js';
import { OpenAssessmentJob } from './app/open-assessment.job.js';
import { PublishReliefs } from './app/publish-reliefs.command.js';
import { AssessmentReach, ReadAssessments } from './app/read-assessments.query.js';
import { CreditReach, ReadCredit } from './app/read-credit.query.js';
import { BatchReach, ReadExchange } from './app/read-exchange.query.js';
import { ReadRelief, ReliefReach } from './app/read-relief.query.js';
import { ReceiveBatch } from './app/receive-batch.command.js';
import { Reconcile } from './app/reconcile.query.js';
import { Relief } from './app/relief.command.js';
import { ReliefDecisions } from './app/relief-decisions.js';
import { ReliefEvidence } from './app/relief-evidence.command.js';
import { ReliefParts } from './app/relief-parts.js';
import { SendBatch } from './app/send-batch.command.js';
import { SenderKeys } from './app/sender-keys.js';
import { TakingOver } from './app/taking-over.js';
import { TellAndTrail } from './app/tell-and-trail.js';
import { TellClerks } from './app/tell-clerks.js';
import { Trail } from './app/trail.js';
import { AssessmentRepository } from './infra/assessment.repository.js';
import { BatchRepository } from './infra/batch.repository.js';
import { CreditObjectionRepository } from './infra/credit-objection.repository.js';
import { CreditRepository } from './infra/credit.repository.js';
import { ImportRepository } from './infra/import.repository.js';
import { ReconciliationRepository } from './infra/reconciliation.repository.js';
import { RecordRepository } from './infra/record.repository.js';
import { ReliefRepository } from './infra/relief.repository.js';
import { SideRepository } from './infra/side.repository.js';
import { AssessmentStepRepository } from './infra/step.repository.js';
import { AssessmentActs } from './pages/assessment-acts.js';
import { AssessmentPagesController } from './pages/assessment-pages.controller.js';
import { ExchangePagesController } from './pages/exchange-pages.controller.js';
import { OversightPagesController } from './pages/oversight-pages.controller.js';
import { OversightParts } from './pages/oversight-parts.js';
import { ReceivedPages } from './pages/received-pages.js';
import { ReliefFormsController } from './pages/relief-forms.controller.js';
import { ReliefPagesController } from './pages/relief-pages.controller.js';
import { UploadPagesController } from './pages/upload-pages.controller.js';

const ROWS = [
  AssessmentRepository, SideRepository, AssessmentStepRepository, RecordRepository, ImportRepository, BatchRepository, ReliefRepository, CreditRepository, CreditObjectionRepository, ReconciliationRepository, AssessmentParts, BatchRows,
];
const RULES = [LateFees, Advance, Trail, TellClerks, TellAndTrail, EnterRecord, Awards, ReliefDecisions, ReliefParts, TakingOver, BatchOut, BatchConsequences];
const COMMANDS = [ReceiveBatch, SendBatch, FinanceOrders, Relief, ReliefEvidence, PublishReliefs, CreditRecords, CreditObjections];
const QUESTIONS = [ReadAssessments, AssessmentReach, ReadExchange, BatchReach, ReadRelief, ReliefReach, ReadCredit, CreditReach, Reconcile, ExportCredit];

/** After the review: tax authority, finance department, award, relief, credit record. */
@Module({})
export class CollectionModule {
  /** @param determinations the room of the determinations, as the application has set it up */
  static forRoot(determinations: DynamicModule): DynamicModule {
    return {
      module: CollectionModule,
      imports: [MembersModule, determinations],
      controllers: [
        AssessmentsController, ExchangeController, ReliefRequestsController, OversightController, AssessmentPagesController, ReliefFormsController, ReliefPagesController, ExchangePagesController,
        UploadPagesController, OversightPagesController,
      ],
      providers: [
        { provide: SenderKeys, useFactory: ({ exchange }: Settings) => SenderKeys.read(exchange.keysFile), inject: [SETTINGS] },
        ...ROWS, ...RULES, ...COMMANDS, ...QUESTIONS, OpenAssessmentJob, ExpireOrdersJob, AssessmentActs, ReceivedPages, OversightParts, FormFaults,
      ],
    };
  }
}
