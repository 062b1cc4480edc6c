import { Global, Module, type DynamicModule } from '@nestjs/common';
import { systemClock, type Clock } from '../../kernel/clock.js';

/** Injection token of the `Clock`; tests override it with `fixedClock`. */
export const CLOCK = Symbol('CLOCK');

@Global()
@Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })
export class ClockModule {
  static telling(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] };
  }
}
