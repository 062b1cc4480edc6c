import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { NewRecord } from '../infra/record.repository.js';
import { ReliefRepository } from '../infra/relief.repository.js';
import { RELIEF_DECIDED } from './messages.js';
import { TellClerks } from './tell-clerks.js';

/** Decisions of the finance department find the requests that they answer. */
@Injectable()
export class ReliefDecisions {
  constructor(
    private readonly requests: ReliefRepository,
    private readonly clerks: TellClerks,
    private readonly audit: Audit,
  ) {}

  /** The records are written. A decision without a request of ours stands for itself. */
  async arrive(tx: Tx, caller: Caller, fresh: readonly NewRecord[]): Promise<void> {
    const decisions = fresh.filter(({ record }) => record.kind === 'decision');
    const [first] = decisions;
    if (first === undefined) return;
    const decided = await this.requests.decide(tx, caller.scope, first.party, first.sender, decisions.map(({ record }) => record.record));
    await this.audit.acts(tx, caller, decided.map(({ id }) => ({ act: 'collection.relief.decide', object: { kind: 'relief-request', id } })));
    for (const { id, employerId } of decided) await this.clerks.of(tx, employerId, RELIEF_DECIDED, { path: `/relief-requests/${id}` });
  }
}
