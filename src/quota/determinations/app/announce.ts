import { Injectable } from '@nestjs/common';
import { Accounts } from '../../../members/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import type { DeterminationHead } from '../infra/determination.repository.js';
import { DETERMINATION_ISSUED, DETERMINATION_READY } from './events.js';

/** Tells whom a determination concerns: the clerks of the employer, and the rooms behind. */
@Injectable()
export class Announce {
  constructor(
    private readonly accounts: Accounts,
    private readonly messages: Messages,
    private readonly outbox: Outbox,
  ) {}

  async issued(tx: Tx, { id, employerId, employerName, baseYear }: Pick<DeterminationHead, 'id' | 'employerId' | 'employerName' | 'baseYear'>): Promise<void> {
    await this.outbox.enqueue(tx, DETERMINATION_ISSUED, { determinationId: id }, { key: `determinations.issued ${id}` });
    for (const { accountId } of await this.accounts.clerksOf(tx, employerId)) {
      await this.messages.enqueue(tx, { to: { accountId }, template: DETERMINATION_READY, params: { name: employerName, year: baseYear, path: `/determinations/${id}` } });
    }
  }
}
