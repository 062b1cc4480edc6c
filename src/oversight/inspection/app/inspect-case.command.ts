import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { findingFault, type Finding, type FindingFault, type FindingReason } from '../domain/case-states.js';
import type { CaseHead } from '../infra/case.repository.js';
import { CaseTrail } from './case-trail.js';
import { CASE_CLOSED, FINDING_PROPOSED } from './messages.js';

export type LineJudgement = { readonly finding: Finding; readonly reason: FindingReason | null; /** Months that are not confirmed, as bits. */ readonly refused: number };

const FAULTS = {
  months_outside: 'inspection.line.months_outside', months_none: 'inspection.line.months_none', months_given: 'inspection.line.months_given', reason_missing: 'inspection.line.reason_missing', reason_given: 'inspection.line.reason_given',
  all_months: 'inspection.line.all_months',
} as const satisfies Readonly<Record<FindingFault, string>>;

/** An inspector judges the lines and proposes a finding; somebody else decides on it. */
@Injectable()
export class InspectCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trail: CaseTrail,
  ) {}

  /** @throws DomainError inspection.case.not_found, inspection.case.stale, inspection.case.act_not_possible, inspection.line.not_found, inspection.line.* */
  judge(caller: Caller, id: string, seen: number, lineId: string, { finding, reason, refused }: LineJudgement): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.trail.locked(tx, caller, id, seen);
      if (head.state !== 'asked' && head.state !== 'answered') throw new DomainError('inspection.case.act_not_possible', { act: 'judge', state: head.state });
      const line = (await this.trail.cases.lines(tx, caller.scope, id)).find((one) => one.id === lineId);
      if (line === undefined) throw new DomainError('inspection.line.not_found');
      const fault = findingFault({ claimed: line.claimed, finding, reason, refused });
      if (fault !== null) throw new DomainError(FAULTS[fault]);
      await this.trail.cases.judge(tx, caller.scope, id, lineId, { finding, reason, refused }, caller.accountId, this.trail.now());
      await this.trail.audit.act(tx, caller, { act: 'inspection.line.judge', object: { kind: 'inspection-case', id }, detail: { line: lineId, finding, reason, refused } });
    });
  }

  /** Every line is confirmed. @throws DomainError inspection.case.* */
  clear(caller: Caller, id: string, seen: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.trail.locked(tx, caller, id, seen);
      await this.trail.step(tx, caller, head, 'clear', null, {});
      await this.trail.tell(tx, head, CASE_CLOSED, null);
    });
  }

  /** @param dueOn last day of the employer's defence; @param grounds kept sealed. @throws DomainError inspection.case.*, inspection.due_past */
  propose(caller: Caller, id: string, seen: number, grounds: string, dueOn: LocalDate): Promise<void> {
    if (dueOn <= this.trail.today()) throw new DomainError('inspection.due_past');
    return this.unitOfWork.run(async (tx) => {
      const head = await this.trail.locked(tx, caller, id, seen);
      await this.trail.step(tx, caller, head, 'propose', dueOn, { dueOn });
      await this.trail.cases.putWords(tx, caller.scope, id, 'grounds', grounds);
      await this.trail.tell(tx, head, FINDING_PROPOSED, dueOn);
    });
  }

  /** By somebody else than who proposed. @param decision with what the defence was weighed; kept sealed. @throws DomainError inspection.case.*, inspection.case.same_person */
  decide(caller: Caller, id: string, seen: number, outcome: 'confirm' | 'drop', decision: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.trail.locked(tx, caller, id, seen);
      demandOther(caller, head);
      await this.trail.step(tx, caller, head, outcome, null, {});
      await this.words(tx, caller, id, decision);
      await this.trail.tell(tx, head, CASE_CLOSED, null);
    });
  }

  private words(tx: Tx, caller: Caller, id: string, decision: string): Promise<void> {
    return this.trail.cases.putWords(tx, caller.scope, id, 'decision', decision);
  }
}

function demandOther({ accountId }: Caller, { proposedBy }: CaseHead): void {
  if (accountId === null || accountId === proposedBy) throw new DomainError('inspection.case.same_person');
}
