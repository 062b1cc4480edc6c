import { Injectable } from '@nestjs/common';
import { CountedMonths, RecordReviewed, type CountedMonth, type ReviewedPerson } from '../../../employment/index.js';
import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import { divideHalfUp, formatTrimmed, powerOfTen } from '../../../kernel/exact.js';
import type { Fen } from '../../../kernel/money.js';
import { monthsOfYear } from '../../../kernel/year-month.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { fenOf, TrialSum } from '../../filing/index.js';
import type { LevyResult } from '../../levy/index.js';
import type { Outcome } from '../domain/checks.js';
import { answerOf } from '../domain/objection.js';
import type { CountedLine, DecisionSums } from '../infra/decision.repository.js';
import type { Desk } from './desk.js';
import { REVIEW_DECIDED } from './events.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

/** What the decisions of a version come to. Every sum is a trial sum. */
export type Tally = { readonly sums: DecisionSums; readonly arranged: string; readonly result: LevyResult | null; readonly payable: Fen | null; readonly refusedMonths: number };

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };
const ARRANGED_SCALE = 4;
const LINES_AT_ONCE = 5_000;
const MONTHS_TOLD = 20;

/** From decisions of lines to the number: tallied, and stored with the person-months that it is made of. */
@Injectable()
export class Conclusion {
  constructor(
    private readonly rows: ReviewRows,
    private readonly trial: TrialSum,
    private readonly months: CountedMonths,
    private readonly spells: RecordReviewed,
    private readonly law: ReviewLaw,
    private readonly outbox: Outbox,
  ) {}

  /** One statement. */
  async tally(tx: Tx, { scope }: Caller, { head, version, review }: Pick<Desk, 'head' | 'version' | 'review'>): Promise<Tally> {
    const sums = await this.rows.decisions.sums(tx, scope, head.id, review.number);
    const { weighted, dispatchedIn, dispatchedOut, peopleCounted: people } = sums;
    const trial = this.trial.of(head, version, {
      lines: sums.lines, people, peopleCounted: people, peopleCertain: people, months: sums.claimedMonths, countedMonths: sums.countedMonths, provisionalMonths: 0,
      weighted, dispatchedIn, dispatchedOut, certainWeighted: weighted, certainIn: dispatchedIn, certainOut: dispatchedOut,
    }, head.registeredOn, null);
    const result = trial.kind === 'sum' ? trial.result : null;
    return { sums, arranged: result?.arranged ?? arrangedOf(weighted), result, payable: result === null ? null : fenOf(result.payable), refusedMonths: sums.claimedMonths - sums.countedMonths };
  }

  /** Nothing is left open. @throws DomainError review.check.lines_undecided, review.check.claims_conflict */
  demandDecided({ sums }: Tally): void {
    if (sums.decided < sums.lines) throw new DomainError('review.check.lines_undecided', { lines: sums.lines - sums.decided });
    if (sums.conflicting > 0) throw new DomainError('review.check.claims_conflict', { lines: sums.conflicting });
  }

  /**
   * Stores the number and writes its person-months, each of which counts once in the whole database.
   * @throws DomainError review.check.months_conflict; through the unit of work employment.person_month.already_counted
   */
  async store(tx: Tx, caller: Caller, desk: Desk, outcome: Outcome, secondBy: string | null, { sums, arranged, result, payable, refusedMonths }: Tally): Promise<void> {
    const { head, version, review, before, accountId } = desk;
    const at = this.law.now();
    const { scope } = caller;
    await this.count(tx, caller, desk, at);
    await this.rows.reviews.decide(tx, scope, review.versionId, {
      outcome, at, secondBy, arranged, weightedMonths: sums.weighted, countedMonths: sums.countedMonths - sums.dispatchedOut, refusedMonths, trial: result, trialPayable: payable,
      beforePayable: before === null ? version.trialPayable : before.trialPayable,
    });
    await this.answerObjection(tx, scope, head.id, review.versionId, accountId, at);
    await this.outbox.enqueue(tx, REVIEW_DECIDED, { declarationId: head.id, versionNumber: review.number }, { key: `review.decided ${head.id} ${review.number}` });
  }

  private async count(tx: Tx, caller: Caller, { head, review }: Desk, at: Date): Promise<void> {
    await this.months.release(tx, head.id);
    const names = monthsOfYear(head.baseYear);
    for (let after = '0'; ;) {
      const lines = await this.rows.decisions.counted(tx, caller.scope, head.id, review.number, after, LINES_AT_ONCE);
      const counted = lines.flatMap(({ registryPersonId, months, doubled }) => names.flatMap((month, bit): CountedMonth[] => (months & (1 << bit) ? [{ registryPersonId, month, weight: doubled & (1 << bit) ? 2 : 1 }] : [])));
      const taken = await this.months.takenByOthers(tx, head.id, counted);
      if (taken.length > 0) throw new DomainError('review.check.months_conflict', { months: taken.length }, taken.slice(0, MONTHS_TOLD).map(({ registryPersonId, month }) => told(lines, registryPersonId, month)));
      await this.months.count(tx, head.id, head.employerId, counted, at);
      // The decision was taken within the scope; what follows from it lies wherever the employer is by now.
      await this.spells.run(tx, { ...caller, scope: EVERYWHERE }, head.employerId, head.baseYear, lines.filter(({ isOwn }) => isOwn).map(reviewed));
      if (lines.length < LINES_AT_ONCE) return;
      after = (lines.at(-1) as CountedLine).lineId;
    }
  }

  private async answerObjection(tx: Tx, scope: Caller['scope'], declarationId: string, versionId: string, by: string, at: Date): Promise<void> {
    const objection = (await this.rows.objections.all(tx, scope, declarationId)).find(({ state }) => state === 'taken_up');
    if (objection === undefined) return;
    const lines = await this.rows.objections.reconsidered(tx, scope, objection.id, versionId);
    await this.rows.objections.answer(tx, scope, objection.id, by, lines.map((line) => ({ ...line, answer: answerOf(line.before, line.now, line.claimed) })), at);
  }
}

const reviewed = ({ registryPersonId, months, contractKind, contractStart, contractEnd, postCategory, wage }: CountedLine): ReviewedPerson => ({
  registryPersonId, months, postCategory, wageFen: wage === null ? null : BigInt(wage),
  contract: { kind: contractKind === 'contract' ? (contractEnd === null ? 'open' : 'fixed') : contractKind, from: contractStart, until: contractEnd },
});

const told = (lines: readonly CountedLine[], person: string, month: string): FieldError =>
  ({ pointer: `/lines/${lines.find(({ registryPersonId }) => registryPersonId === person)?.lineId ?? ''}`, code: 'review.line.month_taken', params: { month } });

/** Σ weights / 12 where no levy can be worked out. */
const arrangedOf = (weighted: number): string => formatTrimmed(divideHalfUp(BigInt(weighted) * powerOfTen(ARRANGED_SCALE), 12n), ARRANGED_SCALE);
