import { UnitOfWork } from '../database/unit-of-work.js';
import { PeriodicJob, type Handles } from './job-handler.js';
import { jobName } from './job-name.js';

export const CLEAN_RECEIPTS = jobName<null>('jobs.clean-receipts');

/** Receipts older than any retry have done their service. */
@PeriodicJob(CLEAN_RECEIPTS, '17 19 * * *')
export class CleanReceiptsJob implements Handles<null> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async handle(): Promise<void> {
    await this.unitOfWork.run((tx) => tx.query(`DELETE FROM job_receipt WHERE done_at < now() - interval '30 days'`));
  }
}
