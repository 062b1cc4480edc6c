import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { claimsPeople } from '../domain/declaration-states.js';
import { gapsOf } from '../domain/employer-facts.js';
import { isPast } from '../domain/filing-window.js';
import { DeclarationRepository, type DeclarationHead } from '../infra/declaration.repository.js';
import { Declarations } from './declarations.js';
import { FilingLaw } from './filing-law.js';
import { FilingRows } from './filing-rows.js';
import { JudgeLines } from './judge-lines.js';
import { OpenDraft } from './open-draft.js';
import { fenOf, TrialSum } from './trial-sum.js';

/** What a hand-in computes by. */
@Injectable()
export class HandInParts {
  constructor(
    readonly trial: TrialSum,
    readonly law: FilingLaw,
    readonly declarations: DeclarationRepository,
  ) {}
}

/** A clerk hands the filing in. What was handed in is frozen with the trial sum that it had. */
@Injectable()
export class HandIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: OpenDraft,
    private readonly rows: FilingRows,
    private readonly declarations: Declarations,
    private readonly judging: JudgeLines,
    private readonly parts: HandInParts,
  ) {}

  /**
   * @param lateReason in the clerk's words; asked for past the deadline
   * @throws DomainError filing.declaration.*, filing.submit.*, levy.*
   */
  run(caller: Caller, id: string, seen: number, lateReason: string | null): Promise<DeclarationHead> {
    return this.unitOfWork.run(async (tx) => {
      const { head, version } = await this.drafts.lock(tx, caller, id, seen);
      const gaps = gapsOf(version);
      if (gaps.length > 0) throw new DomainError('filing.submit.facts_missing', { staff: gaps.includes('staff'), wages: gaps.includes('wages') });
      // The job that marks drafts as late comes once an hour; the deadline is a day.
      const passes = head.state === 'draft' && isPast(head, this.parts.law.today());
      if ((head.state === 'late' || passes) && lateReason === null) throw new DomainError('filing.submit.late_reason_required');
      if (version.committedAt === null) throw new DomainError('filing.submit.not_committed');
      // What was taken back and begun again claims anew.
      if (!claimsPeople(head.state) && (await this.parts.declarations.othersOfYear(tx, caller.scope, head.employerId, head.baseYear, id)).some(claimsPeople)) throw new DomainError('filing.submit.other_of_year');
      await this.judging.again(tx, caller.scope, head, version);
      const sums = await this.rows.lines.sums(tx, caller.scope, id, head.currentVersion);
      if (sums.lines === 0) throw new DomainError('filing.submit.nobody');
      const trial = this.parts.trial.of(head, version, sums, head.registeredOn, null);
      if (trial.kind !== 'sum') throw new DomainError('filing.submit.sum_impossible');
      const { result } = trial;
      // What was said when it was handed in late stands for what is handed in again.
      const isLate = head.isLate || passes;
      const why = isLate ? (lateReason ?? version.lateReason) : null;
      await this.rows.versions.submit(tx, caller.scope, version.id, {
        at: this.parts.law.now(), lateReason: why, trial, trialPayable: fenOf(result.payable), arranged: result.arranged, policyHash: result.policyHash,
      });
      if (passes) await this.passDeadline(tx, id);
      return this.declarations.step(tx, caller, id, 'submit', { version: null, reason: isLate ? 'late' : null, words: why, dueOn: null });
    });
  }

  /** Takes a filing back before anybody has decided on it. @throws DomainError filing.declaration.* */
  withdraw(caller: Caller, id: string, seen: number, words: string | null): Promise<DeclarationHead> {
    return this.unitOfWork.run((tx) => this.declarations.step(tx, caller, id, 'withdraw', { version: seen, reason: null, words, dueOn: null }));
  }

  /** The employer placed nobody: lawful, and not late. @throws DomainError filing.declaration.*, filing.nothing.people_claimed */
  declareNothing(caller: Caller, id: string, seen: number): Promise<DeclarationHead> {
    return this.unitOfWork.run(async (tx) => {
      const { head } = await this.drafts.lock(tx, caller, id, seen);
      const { lines } = await this.rows.lines.sums(tx, caller.scope, id, head.currentVersion);
      if (lines > 0) throw new DomainError('filing.nothing.people_claimed', { lines });
      return this.declarations.step(tx, caller, id, 'declare_nothing', { version: null, reason: null, words: null });
    });
  }

  /** Goes on with a filing that was withdrawn, or in which nobody was to be claimed. Past the deadline it is late at once. @throws DomainError filing.declaration.* */
  reopen(caller: Caller, id: string, seen: number): Promise<DeclarationHead> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.declarations.step(tx, caller, id, 'reopen', { version: seen, reason: null, words: null });
      return isPast(head, this.parts.law.today()) ? this.passDeadline(tx, id) : head;
    });
  }

  private passDeadline(tx: Tx, id: string): Promise<DeclarationHead> {
    return this.declarations.step(tx, { system: 'filing.window' }, id, 'pass_deadline', { version: null, reason: 'window_over', words: null });
  }
}
