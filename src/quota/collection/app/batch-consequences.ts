import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { isBehind } from '../domain/assessment-states.js';
import { CreditRepository, type CreditRecord } from '../infra/credit.repository.js';
import type { NewRecord } from '../infra/record.repository.js';
import { Advance } from './advance.js';
import { CREDIT_REPAIRED } from './messages.js';
import { ReliefDecisions } from './relief-decisions.js';
import { TellClerks } from './tell-clerks.js';

/** Whoever keeps the credit record takes an entry out. */
const KEEPERS = ['second_reviewer'] as const;

/** What a batch sets in motion: decisions reach the requests they answer, assessments follow, and who made good is not forgotten in the credit record. */
@Injectable()
export class BatchConsequences {
  constructor(
    private readonly advance: Advance,
    private readonly decisions: ReliefDecisions,
    private readonly credits: CreditRepository,
    private readonly telling: TellClerks,
  ) {}

  /** @returns how many assessments moved */
  async of(tx: Tx, caller: Caller, fresh: readonly NewRecord[], importId: string): Promise<number> {
    await this.decisions.arrive(tx, caller, fresh);
    const ids = [...new Set(fresh.flatMap(({ assessmentId }) => (assessmentId === null ? [] : [assessmentId])))];
    const owing = await this.credits.live(tx, caller.scope, ids);
    const moved = await this.advance.follow(tx, caller, ids, `import ${importId}`);
    await this.tellRepaired(tx, caller, ids, owing);
    return moved;
  }

  private async tellRepaired(tx: Tx, { scope }: Caller, ids: readonly string[], owing: readonly CreditRecord[]): Promise<void> {
    const behind = new Set(owing.filter(({ assessmentState }) => isBehind(assessmentState)).map(({ id }) => id));
    if (behind.size === 0) return;
    for (const { id, assessmentState, regionCode, employerName: name, baseYear: year } of await this.credits.live(tx, scope, ids)) {
      if (behind.has(id) && !isBehind(assessmentState)) await this.telling.inCharge(tx, KEEPERS, regionCode, CREDIT_REPAIRED, { name, year, path: `/credit-records/${id}` });
    }
  }
}
