import { Module } from '@nestjs/common';
import { LevyApiModule } from './api/levy-api.module.js';
import { WhatIfController } from './api/what-if.controller.js';
import { PageLaw } from './pages/page-law.js';
import { LevyPeopleController } from './pages/people.controller.js';
import { LevyQuickController } from './pages/quick.controller.js';
import { LevyQuestionsController } from './pages/questions.controller.js';
import { LevyResultController } from './pages/result.controller.js';
import { LevyStartController } from './pages/start.controller.js';
import { LevyWhatIfPagesController } from './pages/what-if-pages.controller.js';

/** The levy behind its doors: the API and the pages, on one simulator. */
@Module({
  imports: [LevyApiModule],
  controllers: [WhatIfController, LevyStartController, LevyQuestionsController, LevyPeopleController, LevyResultController, LevyWhatIfPagesController, LevyQuickController],
  providers: [PageLaw],
  exports: [LevyApiModule],
})
export class LevyModule {}
