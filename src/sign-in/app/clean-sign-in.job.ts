import { UnitOfWork } from '../../platform/database/index.js';
import { jobName, PeriodicJob, type Handles } from '../../platform/jobs/index.js';
import { FORGOTTEN_AFTER_MS } from '../domain/back-off.js';
import { DEVICE_DAYS } from '../infra/device-store.js';
import { removeStale, type Stale } from '../infra/remove-stale.js';
import { Times } from './times.js';

export const CLEAN_SIGN_IN = jobName<null>('sign-in.clean');

const DAY_MS = 24 * 3_600_000;
/** Longer than the longest session that a setting can allow. */
const SESSION_DAYS = 30;

/** What has had its time: sessions, tickets, links, codes, counts of attempts, browsers not seen for a year. */
@PeriodicJob(CLEAN_SIGN_IN, '41 * * * *')
export class CleanSignInJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly times: Times,
  ) {}

  async handle(): Promise<void> {
    const now = this.times.now().getTime();
    const before = (milliseconds: number): Date => new Date(now - milliseconds);
    const stale: Stale = {
      session: before(SESSION_DAYS * DAY_MS), ticket: before(0), secret: before(SESSION_DAYS * DAY_MS), departed: before(0), attempt: before(FORGOTTEN_AFTER_MS), device: before(DEVICE_DAYS * DAY_MS),
    };
    await this.unitOfWork.run((tx) => removeStale(tx, stale));
  }
}
