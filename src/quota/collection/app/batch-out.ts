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

  /** Those that can go, at most `limit`; kept for this transaction. However many wait for the choice of an award, they hold up nobody. */
  async ready(tx: Tx, scope: Scope, prefix: string, baseYear: number, limit: number): Promise<readonly AssessmentHead[]> {
    const ready: AssessmentHead[] = [];
    for (let after: AssessmentHead | null = null; ;) {
      const unsent: readonly AssessmentHead[] = await this.assessments.lockUnsent(tx, scope, prefix, baseYear, after, limit);
      ready.push(...unsent.filter((head) => this.awards.mayBeSent(head)));
      after = unsent.at(-1) ?? null;
      if (unsent.length < limit || ready.length >= limit) return ready.slice(0, limit);
    }
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
