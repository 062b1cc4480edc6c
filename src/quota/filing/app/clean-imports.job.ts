import { jobName, PeriodicJob, type Handles } from '../../../platform/jobs/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { Scope } from '../../../platform/access/index.js';
import { ImportRepository } from '../infra/import.repository.js';
import { FilingLaw } from './filing-law.js';
import { SILENCE_MS } from './read-imports.query.js';

export const CLEAN_IMPORTS = jobName<null>('filing.clean-imports');

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };
/** A checked file waits this long for a word. */
const WAITS_MS = 7 * 86_400_000;

/** Every minute: an import whose process died has failed, a checked one that nobody wanted goes. */
@PeriodicJob(CLEAN_IMPORTS, '* * * * *')
export class CleanImportsJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly law: FilingLaw,
  ) {}

  async handle(): Promise<void> {
    const now = this.law.now().getTime();
    await this.unitOfWork.run(async (tx) => {
      const { silent, forgotten } = await this.imports.left(tx, EVERYWHERE, new Date(now - SILENCE_MS), new Date(now - WAITS_MS));
      await this.imports.end(tx, EVERYWHERE, silent, 'failed');
      await this.imports.end(tx, EVERYWHERE, forgotten, 'discarded');
    });
  }
}
