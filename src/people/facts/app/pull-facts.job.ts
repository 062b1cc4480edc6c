import { Inject } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { JobHandler, jobName, Outbox, PeriodicJob, type Handles } from '../../../platform/jobs/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { FactKind } from '../domain/kinds.js';
import { PullFacts } from './pull-facts.command.js';

export const PULL_FACTS = jobName<{ readonly kind: FactKind }>('facts.pull');
export const PULL_ALL_FACTS = jobName<null>('facts.pull-all');

/** One register to its end. A try that breaks off is followed by another, which goes on where it stopped. */
@JobHandler(PULL_FACTS)
export class PullFactsJob implements Handles<{ readonly kind: FactKind }> {
  constructor(private readonly pulling: PullFacts) {}

  async handle({ kind }: { readonly kind: FactKind }): Promise<void> {
    await this.pulling.run(kind, { system: 'jobs.facts-pull' });
  }
}

/** Every night at 02:40 in China, the kinds of the settings. */
@PeriodicJob(PULL_ALL_FACTS, '40 18 * * *')
export class PullAllFactsJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async handle(): Promise<void> {
    const { url, kinds } = this.settings.facts;
    if (url === null) return;
    await this.unitOfWork.run(async (tx) => {
      for (const kind of kinds) await this.outbox.enqueue(tx, PULL_FACTS, { kind }, { key: `facts.pull.${kind}` });
    });
  }
}
