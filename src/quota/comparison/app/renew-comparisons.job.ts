import type { Scope } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { jobName, PeriodicJob, type Handles, type JobContext } from '../../../platform/jobs/index.js';
import { ComparedRepositories } from './compared-repositories.js';
import { CompareYear } from './compare-year.command.js';

export const RENEW_COMPARISONS = jobName<null>('comparison.renew');

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };

/** At 02:37 in China: what registers have told since is held against every filing that still waits. What is as it was is not written again. */
@PeriodicJob(RENEW_COMPARISONS, '37 18 * * *')
export class RenewComparisonsJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: ComparedRepositories,
    private readonly comparing: CompareYear,
  ) {}

  async handle(_payload: null, { signal }: JobContext): Promise<void> {
    const years = await this.unitOfWork.run((tx) => this.parts.gather.waitingYears(tx, EVERYWHERE));
    // Between two batches everything that is done is kept; the next night goes on.
    for (const year of years) await this.comparing.run(EVERYWHERE, year, () => { signal.throwIfAborted(); });
  }
}
