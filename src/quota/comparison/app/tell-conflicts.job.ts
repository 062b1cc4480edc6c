import { Accounts } from '../../../members/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { JobHandler, jobName, once, type Handles, type JobContext } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { Declarations } from '../../filing/index.js';
import { CONFLICT_FOUND } from './messages.js';

/** Clerks of filings are to hear of conflicts: declarations with how many each. */
export const TELL_CONFLICTS = jobName<{ readonly conflicts: readonly (readonly [declarationId: string, count: number])[] }>('comparison.tell-conflicts');

@JobHandler(TELL_CONFLICTS)
export class TellConflictsJob implements Handles<{ readonly conflicts: readonly (readonly [string, number])[] }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async handle({ conflicts }: { readonly conflicts: readonly (readonly [string, number])[] }, { id }: JobContext): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await once(tx, TELL_CONFLICTS, id, async () => {
        for (const [declarationId, count] of conflicts) {
          const head = await this.declarations.find(tx, { kind: 'region', prefix: '' }, declarationId);
          if (head === null) continue;
          const params = { name: head.employerName, year: head.baseYear, count, path: `/filings/${declarationId}/results` };
          for (const { accountId } of await this.accounts.clerksOf(tx, head.employerId)) await this.messages.enqueue(tx, { to: { accountId }, template: CONFLICT_FOUND, params });
        }
      });
    });
  }
}
