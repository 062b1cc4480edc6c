import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { NewRecord } from '../infra/record.repository.js';
import { Advance } from './advance.js';
import { ReliefDecisions } from './relief-decisions.js';

/** What a batch sets in motion: decisions reach the requests they answer, and assessments follow. */
@Injectable()
export class BatchConsequences {
  constructor(
    private readonly advance: Advance,
    private readonly decisions: ReliefDecisions,
  ) {}

  /** @returns how many assessments moved */
  async of(tx: Tx, caller: Caller, fresh: readonly NewRecord[], importId: string): Promise<number> {
    await this.decisions.arrive(tx, caller, fresh);
    const ids = [...new Set(fresh.flatMap(({ assessmentId }) => (assessmentId === null ? [] : [assessmentId])))];
    return this.advance.follow(tx, caller, ids, `import ${importId}`);
  }
}
