import { Global, Module } from '@nestjs/common';
import { CallCounts } from '../http/index.js';
import { CleanCallCountsJob } from './clean-call-counts.job.js';
import { DatabaseCallCounts } from './database-call-counts.js';

/** Limits that hold for all processes of the service together. */
@Global()
@Module({ providers: [CleanCallCountsJob, { provide: CallCounts, useClass: DatabaseCallCounts }], exports: [CallCounts] })
export class LimitsModule {}
