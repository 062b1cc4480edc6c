import { Accounts } from '../../../members/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { JobHandler, once, type Handles } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { Declarations } from '../../filing/index.js';
import { REVIEW_DECIDED } from './events.js';
import { FILING_DECIDED } from './messages.js';

type Decided = { readonly declarationId: string; readonly versionNumber: number };

/** Until a determination is issued from it, the employer hears of a decision from here. */
@JobHandler(REVIEW_DECIDED)
export class TellDecidedJob implements Handles<Decided> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async handle({ declarationId, versionNumber }: Decided): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await once(tx, REVIEW_DECIDED, `${declarationId} ${versionNumber}`, async () => {
        const head = await this.declarations.find(tx, { kind: 'region', prefix: '' }, declarationId);
        if (head === null) return;
        const params = { name: head.employerName, year: head.baseYear, path: `/filings/${declarationId}/statement` };
        for (const { accountId } of await this.accounts.clerksOf(tx, head.employerId)) await this.messages.enqueue(tx, { to: { accountId }, template: FILING_DECIDED, params });
      });
    });
  }
}
