import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { DeclarationHead } from '../../filing/index.js';
import { Desks, personOf } from './desk.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

/** 受理, and whose desk the first check lies on. */
@Injectable()
export class AcceptFiling {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly rows: ReviewRows,
    private readonly law: ReviewLaw,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The filing is complete enough to be checked. @throws DomainError review.person_required, filing.declaration.* */
  accept(caller: Caller, id: string, seen: number): Promise<DeclarationHead> {
    const by = personOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const head = await this.desks.declarations.step(tx, caller, id, 'accept', { version: seen, reason: null, words: null });
      const version = await this.desks.declarations.versionOf(tx, caller.scope, id, null);
      if (version === null) throw new DomainError('filing.declaration.not_found');
      await this.rows.reviews.add(tx, caller.scope, { versionId: version.id, declarationId: id, by, firstBy: null }, { steps: this.law.steps(head.regionCode) ?? 2, reason: 'region' }, this.clock.now());
      await this.rows.requests.answered(tx, caller.scope, id, version.submittedAt ?? this.clock.now());
      return head;
    });
  }

  /** 初审: the caller takes the filing onto its desk. @throws DomainError review.person_required, filing.declaration.* */
  begin(caller: Caller, id: string, seen: number): Promise<DeclarationHead> {
    const by = personOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const head = await this.desks.declarations.step(tx, caller, id, 'begin_first_check', { version: seen, reason: null, words: null, firstChecker: by });
      const version = await this.desks.declarations.versionOf(tx, caller.scope, id, null);
      await this.rows.reviews.setFirst(tx, caller.scope, version?.id ?? '', by);
      return head;
    });
  }

  /** From the desk of a colleague who is away. Lines stay as they were decided. @throws DomainError review.person_required, review.check.not_open, filing.declaration.* */
  takeOver(caller: Caller, id: string, seen: number): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const { head, review, isCorrection, accountId } = await this.desks.open(tx, caller, id, seen);
      if (isCorrection ? review.firstAt !== null : head.state !== 'first_check') throw new DomainError('review.check.not_open', { state: head.state });
      await this.rows.reviews.setFirst(tx, caller.scope, review.versionId, accountId);
      await this.audit.act(tx, caller, { act: 'review.check.take-over', object: { kind: 'declaration', id }, detail: { from: review.firstBy, version: review.number } });
      return this.desks.declarations.putOnDesk(tx, caller, id, accountId);
    });
  }
}
