import { Global, Module } from '@nestjs/common';
import { AnswerStore } from '../http/index.js';
import { CleanIdempotentCallsJob } from './clean-idempotent-calls.job.js';
import { DatabaseAnswerStore } from './database-answer-store.js';

/** Idempotency keys for the API, kept in the database. */
@Global()
@Module({ providers: [CleanIdempotentCallsJob, { provide: AnswerStore, useClass: DatabaseAnswerStore }], exports: [AnswerStore] })
export class IdempotencyModule {}
