import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { monthsIn } from '../../counting/index.js';
import { judgeWish, type ChosenReason } from '../domain/line-decision.js';
import { Desks } from './desk.js';
import { ReviewRows } from './review-rows.js';

export type LineDecisionWish = {
  /** Bit mask of the months that count. */
  readonly months: number;
  readonly reason: ChosenReason;
  /** Kept sealed; the employer reads them. */
  readonly words: string | null;
};

/** Which months of a line count: clear lines together, the others one by one with their reasons. */
@Injectable()
export class DecideLines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly rows: ReviewRows,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many lines were decided, and the declaration's version then @throws DomainError review.check.*, filing.declaration.* */
  together(caller: Caller, id: string, seen: number): Promise<{ readonly decided: number; readonly version: number }> {
    return this.unitOfWork.run(async (tx) => {
      const { review, accountId } = await this.desks.first(tx, caller, id, seen);
      const decided = await this.rows.decisions.decideClear(tx, caller.scope, id, review.number, accountId, this.clock.now());
      await this.audit.act(tx, caller, { act: 'review.lines.accept-clear', object: { kind: 'declaration', id }, detail: { lines: decided, version: review.number } });
      return { decided, version: await this.desks.declarations.touch(tx, caller, id) };
    });
  }

  /** A decision can be taken again until the check is handed on. @returns the declaration's version then @throws DomainError review.check.*, review.line.*, filing.declaration.* */
  one(caller: Caller, id: string, seen: number, lineId: string, { months, reason, words }: LineDecisionWish): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const { review, accountId } = await this.desks.first(tx, caller, id, seen);
      const line = await this.rows.decisions.line(tx, caller.scope, id, review.number, lineId);
      if (line === null) throw new DomainError('review.line.not_found');
      const judged = judgeWish({ claimed: line.claimed, months, reason, words }, line.contested);
      if (!judged.ok) throw new DomainError(judged.error);
      await this.rows.decisions.decide(tx, caller.scope, review.versionId, { lineId, months, reason, words, decidedBy: accountId, decidedAt: this.clock.now() });
      await this.audit.act(tx, caller, { act: 'review.line.decide', object: { kind: 'declaration', id }, detail: { line: lineId, claimed: monthsIn(line.claimed), counted: monthsIn(months), reason } });
      return this.desks.declarations.touch(tx, caller, id);
    });
  }
}
