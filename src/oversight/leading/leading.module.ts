import { Module } from '@nestjs/common';
import { FormFaults } from '../../ui/index.js';
import { LeadingController } from './api/leading.controller.js';
import { BodyJudge } from './app/judged-bodies.js';
import { KeepLeading } from './app/keep-leading.command.js';
import { LeadingLaws } from './app/leading-law.js';
import { BodyReach, ReadLeading } from './app/read-leading.query.js';
import { LeadingRepository } from './infra/leading.repository.js';
import { LeadingPagesController } from './pages/leading-pages.controller.js';
import { OfficialsPagesController } from './pages/officials-pages.controller.js';

/** Public bodies and enterprises of the state: who leads, who is below with nobody placed. */
@Module({
  controllers: [LeadingController, LeadingPagesController, OfficialsPagesController],
  providers: [LeadingRepository, LeadingLaws, BodyJudge, ReadLeading, BodyReach, KeepLeading, FormFaults],
})
export class LeadingModule {}
