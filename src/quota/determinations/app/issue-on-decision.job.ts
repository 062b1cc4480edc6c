import { UnitOfWork } from '../../../platform/database/index.js';
import { JobHandler, type Handles } from '../../../platform/jobs/index.js';
import { ReadDecisions, REVIEW_DECIDED } from '../../review/index.js';
import { EVERYWHERE, IssueDetermination } from './issue-determination.command.js';

type DecidedVersion = { readonly declarationId: string; readonly versionNumber: number };

/** What a review has decided is issued. Whoever corrected it meanwhile has a job of their own, so that an overtaken one issues nothing. */
@JobHandler(REVIEW_DECIDED)
export class IssueOnDecisionJob implements Handles<DecidedVersion> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: ReadDecisions,
    private readonly issuing: IssueDetermination,
  ) {}

  async handle({ declarationId, versionNumber }: DecidedVersion): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const filing = await this.decisions.decided(tx, EVERYWHERE, declarationId, versionNumber);
      if (filing !== null) await this.issuing.issue(tx, filing);
    });
  }
}
