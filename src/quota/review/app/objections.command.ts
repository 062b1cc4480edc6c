import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { chinaDay } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { Accounts } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { CompareOne } from '../../comparison/index.js';
import type { DeclarationHead } from '../../filing/index.js';
import { checkObjection, objectionUntil, type DisputedLine } from '../domain/objection.js';
import { Desks, personOf } from './desk.js';
import { OBJECTION_MADE, OBJECTION_TAKEN_UP } from './messages.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

export type NewObjection = { readonly lines: readonly DisputedLine[]; readonly words: string | null };

/** Whom an objection concerns. */
@Injectable()
export class ObjectionTelling {
  constructor(
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async reviewers(tx: Tx, { id, employerName: name, baseYear: year, regionCode }: DeclarationHead, lines: number): Promise<void> {
    for (const accountId of await this.accounts.inChargeOf(tx, ['first_reviewer'], regionCode)) await this.messages.enqueue(tx, { to: { accountId }, template: OBJECTION_MADE, params: { name, year, lines, path: `/reviews/${id}` } });
  }

  async clerks(tx: Tx, { id, employerId, employerName: name, baseYear: year }: DeclarationHead, due: LocalDate): Promise<void> {
    for (const { accountId } of await this.accounts.clerksOf(tx, employerId)) await this.messages.enqueue(tx, { to: { accountId }, template: OBJECTION_TAKEN_UP, params: { name, year, due, path: `/filings/${id}/statement` } });
  }
}

/** 异议: by line, within its term; looked at again in a version of its own, and answered with the decision of each line. */
@Injectable()
export class Objections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly rows: ReviewRows,
    private readonly law: ReviewLaw,
    private readonly comparing: CompareOne,
    private readonly telling: ObjectionTelling,
  ) {}

  /** @returns its id @throws DomainError review.person_required, review.objection.*, filing.declaration.* */
  make(caller: Caller, id: string, seen: number, { lines, words }: NewObjection): Promise<string> {
    const by = personOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const before = await this.desks.declarations.lock(tx, caller, id, seen);
      const reviews = await this.rows.reviews.all(tx, caller.scope, id);
      const decided = reviews.find(({ outcome }) => outcome !== null);
      if (decided === undefined || decided.decidedAt === null) throw new DomainError('filing.declaration.act_not_possible', { act: 'object', state: before.state });
      if (reviews.some(({ number }) => number > before.currentVersion)) throw new DomainError('review.objection.correction_open');
      const decidedOn = chinaDay(decided.decidedAt);
      const checked = checkObjection(lines, await this.refusedOf(tx, caller, id, decided.number, lines), objectionUntil(decidedOn, this.law.objectionDays(before.regionCode, decidedOn)), this.law.today());
      if (!checked.ok) throw new DomainError(checked.error);
      const days = this.law.answerDays(before.regionCode);
      const dueOn = days === null ? null : addDays(this.law.today(), days);
      const head = await this.desks.declarations.step(tx, caller, id, 'object', { version: null, reason: null, words, dueOn, firstChecker: null });
      const objectionId = randomUUID();
      await this.rows.objections.add(tx, caller.scope, { id: objectionId, declarationId: id, versionId: decided.versionId, by, words, dueOn }, lines, this.law.now());
      await this.telling.reviewers(tx, head, lines.length);
      return objectionId;
    });
  }

  /**
   * A reviewer looks at the disputed lines again; the others stay as they were decided. Registers are asked once more.
   * @param dueOn by when it is answered, where the place has no term that is known
   * @throws DomainError review.person_required, review.objection.*, filing.declaration.*
   */
  takeUp(caller: Caller, id: string, seen: number, dueOn: LocalDate | null): Promise<DeclarationHead> {
    const by = personOf(caller);
    return this.unitOfWork.run(async (tx) => {
      const objection = (await this.rows.objections.all(tx, caller.scope, id)).find(({ state }) => state === 'open');
      const due = dueOn ?? objection?.dueOn ?? null;
      if (due === null) throw new DomainError('review.objection.due_required');
      if (due < this.law.today() && due === dueOn) throw new DomainError('review.objection.due_passed');
      const head = await this.desks.declarations.step(tx, caller, id, 'reexamine', { version: seen, reason: null, words: null, dueOn: due, firstChecker: by });
      if (objection === undefined) throw new DomainError('filing.declaration.act_not_possible', { act: 'reexamine', state: head.state });
      const version = await this.desks.declarations.draftVersion(tx, caller, id);
      await this.desks.declarations.adopt(tx, caller, id, version.number);
      await this.rows.reviews.add(tx, caller.scope, { versionId: version.id, declarationId: id, by, firstBy: by }, { steps: this.law.steps(head.regionCode) ?? 2, reason: 'region' }, this.law.now());
      await this.comparing.run(tx, caller.scope, head);
      await this.rows.decisions.carry(tx, caller.scope, objection.versionId, version.id, objection.items.map(({ lineId }) => lineId));
      await this.rows.objections.takeUp(tx, caller.scope, objection.id, due);
      await this.telling.clerks(tx, head, due);
      return (await this.desks.declarations.find(tx, caller.scope, id)) as DeclarationHead;
    });
  }

  private async refusedOf(tx: Tx, { scope }: Caller, id: string, number: number, lines: readonly DisputedLine[]): Promise<ReadonlySet<string>> {
    const refused = new Set<string>();
    for (const { lineId } of lines) {
      const line = await this.rows.decisions.line(tx, scope, id, number, lineId);
      if (line !== null && line.decision?.months !== line.claimed) refused.add(lineId);
    }
    return refused;
  }
}
