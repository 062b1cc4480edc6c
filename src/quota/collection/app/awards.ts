import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { compareRatios, decimalRatio } from '../../../kernel/exact.js';
import { makeLocalDate } from '../../../kernel/local-date.js';
import type { Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PolicyBook, type DatedValue } from '../../../policy/index.js';
import { isBehind } from '../domain/assessment-states.js';
import { awardTrial, type AwardLaw, type AwardTrial } from '../domain/award.js';
import { AssessmentRepository, type AssessmentHead, type AwardChoice } from '../infra/assessment.repository.js';
import { EnterRecord } from './enter-record.js';
import { Trail } from './trail.js';

export type Award = {
  readonly trial: AwardTrial;
  /** Null where the data says nothing of the region at all. */
  readonly law: DatedValue<AwardLaw> | null;
  /** Whether the choice comes before the determination goes to the tax authority. */
  readonly isBeforeTax: boolean;
};

/** 超比例奖励: what the data lets us say of it, and the employer's choice. */
@Injectable()
export class Awards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entering: EnterRecord,
    private readonly assessments: AssessmentRepository,
    private readonly trail: Trail,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of({ regionCode, baseYear, required, countedMonths, weightedMonths }: AssessmentHead): Award {
    const today = this.clock.today();
    const law = this.policy.find('award.over_quota', regionCode, today);
    const isBeforeTax = this.policy.find('award.choice', regionCode, today)?.value === 'before_tax';
    if (law === null || law.value === null) return { trial: { kind: 'unknown', missing: 'law' }, law, isBeforeTax };
    if (required === null) return { trial: { kind: 'unknown', missing: 'required' }, law, isBeforeTax };
    const lastDay = makeLocalDate(baseYear, 12, 31);
    const tier = this.policy.find('minimum_wage.tier', regionCode, lastDay)?.value ?? null;
    const wage = tier === null ? null : (this.policy.find('minimum_wage', regionCode, lastDay)?.value?.[tier] ?? null);
    if (wage === null) return { trial: { kind: 'unknown', missing: 'minimum_wage' }, law, isBeforeTax };
    return { trial: awardTrial({ countedMonths, weightedMonths, required }, law.value, wage), law, isBeforeTax };
  }

  /** Once; a region that asks before the tax step is asked before it. @throws DomainError collection.assessment.not_found, collection.award.already_chosen, .too_late, .not_above */
  choose(caller: Caller, assessmentId: string, choice: AwardChoice): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.entering.locked(tx, caller, assessmentId);
      if (head.awardChoice !== null) throw new DomainError('collection.award.already_chosen');
      const { trial, isBeforeTax } = this.of(head);
      if (trial.kind === 'none') throw new DomainError('collection.award.not_above');
      if (head.state === 'superseded' || (isBeforeTax && !isBeforeSending(head))) throw new DomainError('collection.award.too_late');
      await this.assessments.chooseAward(tx, caller.scope, head.id, choice, this.clock.now());
      await this.trail.act(tx, caller, `collection.award.${choice === 'claimed' ? 'claim' : 'waive'}`, head.id, { trial: trial.kind === 'award' ? trial.amount.toString() : null });
    });
  }

  /** Whether the determination may go to the tax authority: not while a region waits for the choice of somebody who may have an award. */
  mayBeSent(head: AssessmentHead): boolean {
    const { trial, isBeforeTax } = this.of(head);
    return !isBeforeTax || head.awardChoice !== null || !isBeforeSending(head) || trial.kind === 'none' || head.required === null || isBelow(head);
  }
}

/** Whether the tax step is still to come. Arrears that were told before the determination do not take the choice away. */
export const isBeforeSending = ({ state, batchId }: AssessmentHead): boolean => state === 'pending' || (batchId === null && isBehind(state));

/** Where the law of an award is not known, whoever is not above the quota needs no choice. */
const isBelow = ({ arranged, required }: AssessmentHead): boolean => required !== null && compareRatios(decimalRatio(arranged), decimalRatio(required)) <= 0;
