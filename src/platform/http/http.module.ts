import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard, AccessModule } from '../access/index.js';
import { BodyInterceptor } from './body/body.interceptor.js';
import { CsrfGuard } from './csrf/csrf.guard.js';
import { IdempotencyGuard } from './idempotency/idempotency.guard.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { RateGuard, RateLimits } from './limits/rate-limits.js';
import { MediaGuard } from './media.js';
import { ERROR_TEXTS, type ErrorTexts } from './problem/error-texts.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { ProblemsController } from './problem/problems.controller.js';
import { DtoPipe } from './validation/dto.pipe.js';

@Module({})
export class HttpModule {
  /** `errorTexts`: the sentences of all rooms, which only the whole application knows. */
  static forRoot(errorTexts: ErrorTexts): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [AccessModule],
      controllers: [ProblemsController],
      providers: [
        RateLimits,
        ProblemFilter,
        { provide: ERROR_TEXTS, useValue: errorTexts },
        { provide: APP_FILTER, useExisting: ProblemFilter },
        // The order of these is the order of answers (security.md): credentials and permission, rate, origin, media type, idempotency key, body.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateGuard },
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_GUARD, useClass: MediaGuard },
        { provide: APP_GUARD, useClass: IdempotencyGuard },
        { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_PIPE, useClass: DtoPipe },
      ],
      exports: [AccessModule, ERROR_TEXTS, ProblemFilter, RateLimits],
    };
  }
}
