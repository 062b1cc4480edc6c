import { Inject } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { Accounts } from '../../../members/index.js';
import type { Scope } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { JobHandler, type Handles } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { Declarations, FILING_SUBMITTED, isPast, type DeclarationHead } from '../../filing/index.js';
import { CompareOne } from './compare-one.js';
import { PAPERS_MAY_HELP } from './messages.js';

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };

/** A filing that came in is compared before any human looks at it. */
@JobHandler(FILING_SUBMITTED)
export class CompareSubmittedJob implements Handles<{ readonly declarationId: string }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
    private readonly comparing: CompareOne,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ declarationId }: { readonly declarationId: string }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const actor = { system: 'jobs.comparison' };
      const found = await this.declarations.find(tx, EVERYWHERE, declarationId);
      // Withdrawn meanwhile, or a second delivery of the job.
      if (found?.state !== 'submitted') return;
      // What came late is not overdue on the reviewers' desk from its first day.
      const dueOn = isPast(found, this.clock.today()) ? null : found.deadline;
      const head = await this.declarations.step(tx, actor, declarationId, 'compare', { version: null, reason: null, words: null, dueOn });
      const { paper, lines } = await this.comparing.run(tx, EVERYWHERE, head);
      if (paper > 0) await this.tellClerks(tx, head, { paper, lines });
    });
  }

  private async tellClerks(tx: Tx, head: DeclarationHead, { paper, lines }: { readonly paper: number; readonly lines: number }): Promise<void> {
    const params = { name: head.employerName, year: head.baseYear, paper, lines, path: `/filings/${head.id}/results` };
    for (const { accountId } of await this.accounts.clerksOf(tx, head.employerId)) await this.messages.enqueue(tx, { to: { accountId }, template: PAPERS_MAY_HELP, params });
  }
}
