import { UnitOfWork } from '../database/index.js';
import { jobName, PeriodicJob, type Handles } from '../jobs/index.js';
import { KEPT_HOURS } from './database-answer-store.js';

export const CLEAN_IDEMPOTENT_CALLS = jobName<null>('idempotency.clean');

/** Answers are kept for a day and not longer (个人信息保护法 art. 19). */
@PeriodicJob(CLEAN_IDEMPOTENT_CALLS, '23 * * * *')
export class CleanIdempotentCallsJob implements Handles<null> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async handle(): Promise<void> {
    await this.unitOfWork.run((tx) => tx.query('DELETE FROM idempotent_call WHERE begun_at < now() - make_interval(hours => $1)', [KEPT_HOURS]));
  }
}
