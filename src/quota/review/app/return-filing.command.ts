import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { Accounts } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Messages } from '../../../platform/messages/index.js';
import type { DeclarationHead } from '../../filing/index.js';
import { checkReturn, mayCountAsNone, type NeededThing } from '../domain/correction-request.js';
import { Desks, personOf } from './desk.js';
import { FILING_RETURNED } from './messages.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

export type Return = {
  readonly items: readonly NeededThing[];
  /** Null: by the term of the place. */
  readonly dueOn: LocalDate | null;
  readonly words: string | null;
};

/** 退回补正: exactly which lines need what by when. And what follows where nothing ever comes back. */
@Injectable()
export class ReturnFiling {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly rows: ReviewRows,
    private readonly law: ReviewLaw,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  /** The next version begins as a copy. @throws DomainError review.person_required, review.return.*, review.check.*, review.line.not_found, filing.declaration.* */
  run(caller: Caller, id: string, seen: number, { items, dueOn, words }: Return): Promise<DeclarationHead> {
    const by = personOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const before = await this.desks.declarations.lock(tx, caller, id, seen);
      if (before.state === 'first_check') await this.desks.first(tx, caller, id, seen);
      if (before.state === 'second_check') await this.desks.second(tx, caller, id, seen);
      const due = checkReturn(items, dueOn, this.law.correctionDays(before.regionCode), this.law.today());
      if (!due.ok) throw new DomainError(due.error);
      const version = await this.desks.declarations.versionOf(tx, caller.scope, id, null);
      if (version === null) throw new DomainError('filing.declaration.not_found');
      for (const { lineId } of items) if (lineId !== null && (await this.rows.decisions.line(tx, caller.scope, id, version.number, lineId)) === null) throw new DomainError('review.line.not_found');
      const head = await this.desks.declarations.step(tx, caller, id, 'return', { version: null, reason: null, words, dueOn: due.value, firstChecker: null });
      const requestId = randomUUID();
      await this.rows.requests.add(tx, caller.scope, { id: requestId, declarationId: id, versionId: version.id, by, dueOn: due.value, words }, items, this.law.now());
      await this.tell(tx, head, items.length, due.value);
      return head;
    });
  }

  /**
   * Past its deadline, or asked to correct and past the day: treated as nobody placed. Nobody is asked to do this.
   * @throws DomainError review.person_required, review.return.still_due, filing.declaration.*
   */
  countAsNone(caller: Caller, id: string, seen: number, words: string): Promise<DeclarationHead> {
    personOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const { state, dueOn } = await this.desks.declarations.lock(tx, caller, id, seen);
      if (state === 'returned' && !mayCountAsNone(state, dueOn, this.law.today())) throw new DomainError('review.return.still_due', { due: dueOn });
      return this.desks.declarations.step(tx, caller, id, 'count_as_none', { version: null, reason: state === 'returned' ? 'not_corrected' : 'late', words, dueOn: null });
    });
  }

  private async tell(tx: Tx, { id, employerId, employerName, baseYear }: DeclarationHead, items: number, due: LocalDate): Promise<void> {
    for (const { accountId } of await this.accounts.clerksOf(tx, employerId)) {
      await this.messages.enqueue(tx, { to: { accountId }, template: FILING_RETURNED, params: { name: employerName, year: baseYear, items, due, path: `/filings/${id}/corrections` } });
    }
  }
}
