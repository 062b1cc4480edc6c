import { JobHandler, type Handles } from '../../../platform/jobs/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Declarations } from './declarations.js';
import { FILING_SUBMITTED } from './events.js';

/** Until registers are compared, a filing that came in waits for people at once. */
@JobHandler(FILING_SUBMITTED)
export class AwaitComparisonJob implements Handles<{ readonly declarationId: string }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
  ) {}

  async handle({ declarationId }: { readonly declarationId: string }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const head = await this.declarations.find(tx, { kind: 'region', prefix: '' }, declarationId);
      // Withdrawn meanwhile, or a second delivery of the job.
      if (head?.state !== 'submitted') return;
      await this.declarations.step(tx, { system: 'jobs.filing' }, declarationId, 'compare', { version: null, reason: null, words: null });
    });
  }
}
