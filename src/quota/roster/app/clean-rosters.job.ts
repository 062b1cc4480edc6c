import { jobName, PeriodicJob, type Handles } from '../../../platform/jobs/index.js';
import { UploadStore } from '../infra/upload-store.js';

export const CLEAN_ROSTERS = jobName<null>('roster.clean-up');

/** Every minute: file and result go when their time is over, whether anybody asks for them or not. */
@PeriodicJob(CLEAN_ROSTERS, '* * * * *')
export class CleanRostersJob implements Handles<null> {
  constructor(private readonly store: UploadStore) {}

  async handle(): Promise<void> {
    await this.store.removeExpired();
  }
}
