import { Module } from '@nestjs/common';
import { MembersModule } from '../../members/index.js';
import { FormFaults } from '../../ui/index.js';
import { InspectionCasesController } from './api/inspection-cases.controller.js';
import { InspectionsController } from './api/inspections.controller.js';
import { AnswerCase } from './app/answer-case.command.js';
import { CaseTrail } from './app/case-trail.js';
import { DrawCampaign } from './app/draw-campaign.command.js';
import { InspectCase } from './app/inspect-case.command.js';
import { CampaignReach, CaseReach, ReadInspections } from './app/read-inspections.query.js';
import { CampaignRepository } from './infra/campaign.repository.js';
import { CaseRepository } from './infra/case.repository.js';
import { PaperRepository } from './infra/paper.repository.js';
import { CampaignPagesController } from './pages/campaign-pages.controller.js';
import { CasePagesController } from './pages/case-pages.controller.js';
import { LinePagesController } from './pages/line-pages.controller.js';

/** 抽查: a seeded sample of filings and their lines, proofs, finding, defence, decision. */
@Module({
  imports: [MembersModule],
  controllers: [InspectionsController, InspectionCasesController, CampaignPagesController, CasePagesController, LinePagesController],
  providers: [CampaignRepository, CaseRepository, PaperRepository, CaseTrail, DrawCampaign, InspectCase, AnswerCase, ReadInspections, CampaignReach, CaseReach, FormFaults],
})
export class InspectionModule {}
