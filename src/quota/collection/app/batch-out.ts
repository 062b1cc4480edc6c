import { Injectable } from '@nestjs/common';
import type { Caller, Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { AssessmentRepository, type AssessmentHead } from '../infra/assessment.repository.js';
import { BatchRepository, type TaxBatch } from '../infra/batch.repository.js';
import { Advance } from './advance.js';
import { Awards } from './awards.js';

/** What goes into a batch, and what becomes of it. */
@Injectable()
export class BatchOut {
  constructor(
    readonly batches: BatchRepository,
    private readonly assessments: AssessmentRepository,
    private readonly awards: Awards,
    private readonly advance: Advance,
  ) {}

  /** Those that can go, and how many wait for the choice of an award; kept for this transaction. */
  async waiting(tx: Tx, scope: Scope, prefix: string, baseYear: number, limit: number): Promise<{ readonly ready: readonly AssessmentHead[]; readonly undecided: number }> {
    const pending = await this.assessments.lockPending(tx, scope, prefix, baseYear, limit);
    const ready = pending.filter((head) => this.awards.mayBeSent(head));
    return { ready, undecided: pending.length - ready.length };
  }

  async send(tx: Tx, caller: Caller, heads: readonly AssessmentHead[], { id, number }: TaxBatch): Promise<void> {
    await this.assessments.putInBatch(tx, caller.scope, heads.map((head) => head.id), id);
    await this.advance.act(tx, caller, heads, 'send', `batch ${number}`);
  }

  /** @returns how many moved; those that went on meanwhile stay where they are */
  async arrived(tx: Tx, caller: Caller, { id, number }: TaxBatch): Promise<number> {
    return this.advance.act(tx, caller, await this.assessments.ofBatch(tx, caller.scope, id), 'acknowledge', `batch ${number}`);
  }
}
