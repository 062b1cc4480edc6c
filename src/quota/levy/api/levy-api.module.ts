import { Module } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { PolicyBook } from '../../../policy/index.js';
import { CurrentSimulator } from '../app/current-simulator.js';
import { policyFolder } from '../app/policy-folder.js';
import { SimulationsController } from './simulations.controller.js';

/** The API of the levy, and the one simulator that API and pages share, on the law that the service read at boot. */
@Module({
  controllers: [SimulationsController],
  providers: [{
    provide: CurrentSimulator,
    inject: [CLOCK, { token: PolicyBook, optional: true }],
    useFactory: (clock: Clock, law?: PolicyBook) => new CurrentSimulator(law ?? PolicyBook.load(policyFolder), clock),
  }],
  exports: [CurrentSimulator],
})
export class LevyApiModule {}
