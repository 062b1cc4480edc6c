import { Accounts } from '../../../members/index.js';
import type { Scope } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { jobName, PeriodicJob, type Handles, type JobContext } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { DeclarationRepository } from '../infra/declaration.repository.js';
import { Declarations } from './declarations.js';
import { FilingLaw } from './filing-law.js';
import { FILING_LATE } from './messages.js';

export const PASS_DEADLINE = jobName<null>('filing.pass-deadline');

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };
const AT_ONCE = 100;

/** Every hour: drafts whose window has closed become late, and their clerks are told. Nothing that was filled in is lost. */
@PeriodicJob(PASS_DEADLINE, '5 * * * *')
export class PassDeadlineJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: DeclarationRepository,
    private readonly declarations: Declarations,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
    private readonly law: FilingLaw,
  ) {}

  async handle(_payload: null, { signal }: JobContext): Promise<void> {
    const today = this.law.today();
    for (let found = AT_ONCE; found === AT_ONCE && !signal.aborted;) {
      found = await this.unitOfWork.run(async (tx) => {
        const ids = await this.rows.pastDeadline(tx, EVERYWHERE, today, AT_ONCE);
        for (const id of ids) {
          const head = await this.declarations.step(tx, { system: 'jobs.filing' }, id, 'pass_deadline', { version: null, reason: 'window_over', words: null });
          const params = { year: head.baseYear, name: head.employerName, closes: head.deadline, id };
          for (const { accountId } of await this.accounts.clerksOf(tx, head.employerId)) await this.messages.enqueue(tx, { to: { accountId }, template: FILING_LATE, params });
        }
        return ids.length;
      });
    }
  }
}
