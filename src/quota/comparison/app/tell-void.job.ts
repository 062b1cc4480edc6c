import { Accounts } from '../../../members/index.js';
import type { Scope } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { JobHandler, jobName, once, type Handles, type JobContext } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { Declarations } from '../../filing/index.js';
import { waitsForDecision } from '../infra/claimed-version.js';
import { SETTLEMENT_VOID, SETTLEMENT_VOID_HERE } from './messages.js';
import type { Counted } from './tell-conflicts.job.js';

type Told = { readonly filings: readonly Counted[] };

/** Settlements have come to an end: clerks of the sides and reviewers are to hear of it. */
export const TELL_VOID = jobName<Told>('comparison.tell-void');

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };

@JobHandler(TELL_VOID)
export class TellVoidJob implements Handles<Told> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async handle({ filings }: Told, { id }: JobContext): Promise<void> {
    await this.unitOfWork.run((tx) => once(tx, TELL_VOID, id, async () => {
      for (const filing of filings) await this.tell(tx, filing);
    }));
  }

  private async tell(tx: Tx, [declarationId, count]: Counted): Promise<void> {
    const head = await this.declarations.find(tx, EVERYWHERE, declarationId);
    if (head === null) return;
    const params = { name: head.employerName, year: head.baseYear, count };
    for (const { accountId } of await this.accounts.clerksOf(tx, head.employerId)) await this.messages.enqueue(tx, { to: { accountId }, template: SETTLEMENT_VOID, params: { ...params, path: `/filings/${declarationId}/results` } });
    if (!waitsForDecision(head.state)) return;
    for (const accountId of await this.accounts.inChargeOf(tx, ['first_reviewer'], head.regionCode)) await this.messages.enqueue(tx, { to: { accountId }, template: SETTLEMENT_VOID_HERE, params: { ...params, path: `/reviews/${declarationId}` } });
  }
}
