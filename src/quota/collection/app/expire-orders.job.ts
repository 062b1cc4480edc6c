import { Inject } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import type { SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { jobName, PeriodicJob, type Handles, type JobContext } from '../../../platform/jobs/index.js';
import { SideRepository } from '../infra/side.repository.js';
import { Advance, EVERYWHERE } from './advance.js';

const EXPIRE_ORDERS = jobName<null>('collection.expire-orders');
const EXPIRING: SystemActor = { system: 'jobs.collection' };
const AT_ONCE = 500;

/** Every night, after the day has changed in China: orders and deferrals whose term is over. */
@PeriodicJob(EXPIRE_ORDERS, '20 16 * * *')
export class ExpireOrdersJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sides: SideRepository,
    private readonly advance: Advance,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(_: null, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    const today = this.clock.today();
    for (let ids: readonly string[] = [], after: string | null = null; !signal.aborted; after = ids.at(-1) ?? null) {
      ids = await this.unitOfWork.run(async (tx) => {
        const turning = await this.sides.turning(tx, EVERYWHERE, today, after, AT_ONCE);
        await this.advance.follow(tx, EXPIRING, turning, 'term over');
        return turning;
      });
      if (ids.length < AT_ONCE) return;
    }
  }
}
