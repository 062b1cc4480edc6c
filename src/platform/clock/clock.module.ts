import { Global, Module } from '@nestjs/common';
import { systemClock } from '../../kernel/clock.js';

/** Injection token of the `Clock`; tests override it with `fixedClock`. */
export const CLOCK = Symbol('CLOCK');

@Global()
@Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })
export class ClockModule {}
