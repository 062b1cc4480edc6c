import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Declarations, type DeclarationHead, type FilingVersionHead } from '../../filing/index.js';
import type { FilingReview } from '../infra/review.repository.js';
import { ReviewRows } from './review-rows.js';

/** A check that is open: of the filing as it was handed in, or of a correction of what was decided. */
export type Desk = { readonly head: DeclarationHead; readonly version: FilingVersionHead; readonly review: FilingReview; readonly before: FilingReview | null; readonly isCorrection: boolean; readonly accountId: string };

/** Whoever checks is a person: a machine decides nothing. @throws DomainError review.person_required */
export function personOf({ accountId }: Caller): string {
  if (accountId === null) throw new DomainError('review.person_required');
  return accountId;
}

/** The open check of a filing, locked. First and second check are different people; only who has the first check writes in it. */
@Injectable()
export class Desks {
  constructor(
    readonly declarations: Declarations,
    private readonly rows: ReviewRows,
  ) {}

  /** @throws DomainError review.person_required, filing.declaration.*, review.check.not_open, review.check.other_checker */
  async first(tx: Tx, caller: Caller, id: string, seen: number): Promise<Desk> {
    const desk = await this.open(tx, caller, id, seen);
    if (desk.isCorrection ? desk.review.firstAt !== null : desk.head.state !== 'first_check') throw new DomainError('review.check.not_open', { state: desk.head.state });
    if (desk.review.firstBy !== desk.accountId) throw new DomainError('review.check.other_checker');
    return desk;
  }

  /** @throws DomainError review.person_required, filing.declaration.*, review.check.not_open, review.check.same_person */
  async second(tx: Tx, caller: Caller, id: string, seen: number): Promise<Desk> {
    const desk = await this.open(tx, caller, id, seen);
    if (desk.isCorrection ? desk.review.firstAt === null : desk.head.state !== 'second_check') throw new DomainError('review.check.not_open', { state: desk.head.state });
    const { review, accountId } = desk;
    if (review.firstBy === accountId || (await this.rows.decisions.decidedBy(tx, caller.scope, review.versionId, accountId))) throw new DomainError('review.check.same_person');
    return desk;
  }

  /** The check that is open, whoever has it. @throws DomainError review.person_required, filing.declaration.*, review.check.not_open */
  async open(tx: Tx, caller: Caller, id: string, seen: number): Promise<Desk> {
    const accountId = personOf(caller);
    const head = await this.declarations.lock(tx, caller, id, seen);
    const all = await this.rows.reviews.all(tx, caller.scope, id);
    const review = all.find(({ outcome }) => outcome === null);
    const isCorrection = review !== undefined && review.number > head.currentVersion;
    const isChecked = isCorrection || head.state === 'first_check' || head.state === 'second_check';
    const version = review === undefined || !isChecked ? null : await this.declarations.versionOf(tx, caller.scope, id, review.number);
    if (review === undefined || version === null) throw new DomainError('review.check.not_open', { state: head.state });
    return { head, version, review, before: all.find(({ outcome }) => outcome !== null) ?? null, isCorrection, accountId };
  }
}
