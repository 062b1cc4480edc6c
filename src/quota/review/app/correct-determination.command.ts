import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Desks, personOf } from './desk.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

/** 更正: a version behind what was decided, which stands until a second person has confirmed it. */
@Injectable()
export class CorrectDetermination {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly rows: ReviewRows,
    private readonly law: ReviewLaw,
  ) {}

  /** Decisions are carried over; the caller changes those that were wrong. @returns the declaration's version @throws DomainError review.person_required, review.correction.*, filing.declaration.* */
  begin(caller: Caller, id: string, seen: number, words: string): Promise<number> {
    const by = personOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const head = await this.desks.declarations.lock(tx, caller, id, seen);
      if (head.state !== 'determined' && head.state !== 'corrected') throw new DomainError('filing.declaration.act_not_possible', { act: 'correct', state: head.state });
      const reviews = await this.rows.reviews.all(tx, caller.scope, id);
      if (reviews.some(({ number }) => number > head.currentVersion)) throw new DomainError('review.correction.already_open');
      const decided = reviews.find(({ outcome }) => outcome !== null);
      if (decided === undefined) throw new DomainError('filing.declaration.act_not_possible', { act: 'correct', state: head.state });
      const version = await this.desks.declarations.draftVersion(tx, caller, id);
      await this.rows.reviews.add(tx, caller.scope, { versionId: version.id, declarationId: id, by, firstBy: by }, { steps: 2, reason: 'correction' }, this.law.now());
      await this.rows.decisions.carryComparison(tx, caller.scope, decided.versionId, version.id);
      await this.rows.decisions.carry(tx, caller.scope, decided.versionId, version.id, []);
      await this.desks.declarations.remark(tx, caller, head, 'begin_first_check', version.number, words);
      return this.desks.declarations.putOnDesk(tx, caller, id, by);
    });
  }

  /** Lets a correction go: what was decided stands. @returns the declaration's version @throws DomainError review.check.not_open, filing.declaration.* */
  drop(caller: Caller, id: string, seen: number): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const { review, isCorrection, head } = await this.desks.open(tx, caller, id, seen);
      if (!isCorrection) throw new DomainError('review.check.not_open', { state: head.state });
      await this.rows.reviews.remove(tx, caller.scope, review.versionId);
      await this.desks.declarations.drop(tx, caller, id, review.number);
      return this.desks.declarations.putOnDesk(tx, caller, id, null);
    });
  }
}
