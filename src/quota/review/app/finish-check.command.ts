import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Fen } from '../../../kernel/money.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Signals } from '../../comparison/index.js';
import { outcomeOf, stepsNeeded, type StepsNeeded } from '../domain/checks.js';
import { Conclusion, type Tally } from './conclusion.js';
import { Desks, type Desk } from './desk.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

/** What ending a check came to. */
export type Finished = { readonly state: string; readonly version: number; readonly outcome: 'determined' | 'refused' | 'corrected' | null; readonly steps: StepsNeeded };

/** 初审、复核: the first check ends in a decision where one person is enough, else a second person decides. */
@Injectable()
export class FinishCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly rows: ReviewRows,
    private readonly law: ReviewLaw,
    private readonly conclusion: Conclusion,
    private readonly signals: Signals,
  ) {}

  /** @param words for the second person; kept sealed @throws DomainError review.check.*, filing.declaration.* */
  first(caller: Caller, id: string, seen: number, words: string | null): Promise<Finished> {
    return this.unitOfWork.run(async (tx) => {
      const desk = await this.desks.first(tx, caller, id, seen);
      const tally = await this.conclusion.tally(tx, caller, desk);
      this.conclusion.demandDecided(tally);
      const needed = this.needed(desk, tally);
      await this.rows.reviews.passFirst(tx, caller.scope, desk.review.versionId, { at: this.law.now(), outcome: outcomeOf(tally.sums.countedMonths), needed });
      if (needed.steps === 1) return this.decide(tx, caller, desk, null, tally, needed, words);
      if (desk.isCorrection) {
        await this.desks.declarations.remark(tx, caller, desk.head, 'pass_first_check', desk.review.number, words);
        return { state: desk.head.state, version: await this.desks.declarations.touch(tx, caller, id), outcome: null, steps: needed };
      }
      const { state, version } = await this.desks.declarations.step(tx, caller, id, 'pass_first_check', { version: null, reason: needed.reason, words });
      return { state, version, outcome: null, steps: needed };
    });
  }

  /** @throws DomainError review.check.*, filing.declaration.* */
  second(caller: Caller, id: string, seen: number, words: string | null): Promise<Finished> {
    return this.unitOfWork.run(async (tx) => {
      const desk = await this.desks.second(tx, caller, id, seen);
      const tally = await this.conclusion.tally(tx, caller, desk);
      this.conclusion.demandDecided(tally);
      return this.decide(tx, caller, desk, desk.accountId, tally, { steps: 2, reason: desk.review.stepsReason }, words);
    });
  }

  /** Back to whoever has the first check, with what is to be looked at again. @throws DomainError review.check.*, filing.declaration.* */
  sendBack(caller: Caller, id: string, seen: number, words: string): Promise<Finished> {
    return this.unitOfWork.run(async (tx) => {
      const { head, review, isCorrection } = await this.desks.second(tx, caller, id, seen);
      await this.rows.reviews.passFirst(tx, caller.scope, review.versionId, null);
      const steps: StepsNeeded = { steps: review.steps, reason: review.stepsReason };
      if (isCorrection) {
        await this.desks.declarations.remark(tx, caller, head, 'send_back', review.number, words);
        return { state: head.state, version: await this.desks.declarations.touch(tx, caller, id), outcome: null, steps };
      }
      const { state, version } = await this.desks.declarations.step(tx, caller, id, 'send_back', { version: null, reason: null, words });
      return { state, version, outcome: null, steps };
    });
  }

  private needed({ head, version, isCorrection }: Desk, { payable, refusedMonths }: Tally): StepsNeeded {
    // What was determined once is not changed by one person.
    if (isCorrection) return { steps: 2, reason: 'correction' };
    const effect = payable === null || version.trialPayable === null ? null : (payable - version.trialPayable) as Fen;
    return stepsNeeded({ regionSteps: this.law.steps(head.regionCode), refusedMonths, effect, limit: this.law.twoStepsAbove(head.regionCode) });
  }

  /**
   * Whoever decides last knows that a person has looked at every signal of pretended employment; what was found there is no ground to refuse.
   * @throws DomainError review.check.signals_unseen
   */
  private async decide(tx: Tx, caller: Caller, desk: Desk, secondBy: string | null, tally: Tally, steps: StepsNeeded, words: string | null): Promise<Finished> {
    const signals = await this.signals.unseen(tx, caller.scope, desk.head.id);
    if (signals > 0) throw new DomainError('review.check.signals_unseen', { signals });
    const outcome = desk.isCorrection ? 'corrected' : outcomeOf(tally.sums.countedMonths);
    if (desk.isCorrection) await this.desks.declarations.adopt(tx, caller, desk.head.id, desk.review.number);
    const act = outcome === 'corrected' ? 'correct' : outcome === 'refused' ? 'refuse' : 'determine';
    const { state, version } = await this.desks.declarations.step(tx, caller, desk.head.id, act, { version: null, reason: null, words, dueOn: null });
    await this.conclusion.store(tx, caller, desk, outcome, secondBy, tally);
    return { state, version, outcome, steps };
  }
}
