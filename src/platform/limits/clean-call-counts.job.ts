import { Inject } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../clock/clock.module.js';
import { UnitOfWork } from '../database/index.js';
import { jobName, PeriodicJob, type Handles } from '../jobs/index.js';

export const CLEAN_CALL_COUNTS = jobName<null>('limits.clean');

/** Takes away counts whose window is over. */
@PeriodicJob(CLEAN_CALL_COUNTS, '*/10 * * * *')
export class CleanCallCountsJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.unitOfWork.run((tx) => tx.query('DELETE FROM call_count WHERE expire < $1', [this.clock.now().getTime()]));
  }
}
