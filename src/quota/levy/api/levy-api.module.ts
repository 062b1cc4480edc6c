import { Module } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { PolicyBook } from '../../../policy/index.js';
import { CurrentSimulator } from '../app/current-simulator.js';
import { SimulationsController } from './simulations.controller.js';

/** The API of the levy, and the one simulator that API and pages share, on the law that the service read at boot. */
@Module({
  controllers: [SimulationsController],
  providers: [{
    provide: CurrentSimulator,
    inject: [CLOCK, PolicyBook],
    useFactory: (clock: Clock, law: PolicyBook) => new CurrentSimulator(law, clock),
  }],
  exports: [CurrentSimulator],
})
export class LevyApiModule {}
