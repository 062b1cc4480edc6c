import { Injectable } from '@nestjs/common';
import { chinaDay } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import type { ListPage, PageQueryDto } from '../../../platform/http/index.js';
import type { Reference } from '../../../policy/index.js';
import { Declarations, type DeclarationHead, type FilingVersionHead } from '../../filing/index.js';
import type { LevyResult } from '../../levy/index.js';
import type { Outcome } from '../domain/checks.js';
import { objectionUntil } from '../domain/objection.js';
import { remedyTerms, type RemedyTerm } from '../domain/remedy-terms.js';
import type { DecisionSums } from '../infra/decision.repository.js';
import type { Objection } from '../infra/objection.repository.js';
import type { FilingReview } from '../infra/review.repository.js';
import { ReadReview, type ShownLine } from './read-review.query.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

/** What was decided, in the same words for the employer and for whoever decided. */
export type ReviewStatement = {
  readonly head: DeclarationHead;
  readonly version: FilingVersionHead;
  readonly decided: FilingReview;
  readonly sums: DecisionSums;
  /** With the statement of its sum; null where none could be worked out. */
  readonly trial: LevyResult | null;
  /** Every version that was decided, the latest first. */
  readonly decisions: readonly FilingReview[];
  readonly objections: readonly Objection[];
  /** Null: the place has no term that is known. */
  readonly objectionUntil: LocalDate | null;
  readonly remedies: { readonly ways: readonly RemedyTerm[] | null; readonly reference: Reference | null; readonly confirmed: boolean };
};

/** What a federation has decided of one version: all that a determination is made from. Numbers only, never a person. */
export type DecidedFiling = {
  readonly declarationId: string; readonly versionNumber: number; readonly employerId: string; readonly baseYear: number; readonly regionCode: RegionCode; readonly outcome: Outcome;
  /** Σ weights / 12, decimal; 0 for a refusal. */
  readonly arranged: string; readonly countedMonths: number; readonly weightedMonths: number; readonly trial: LevyResult | null; readonly decidedAt: Date; readonly decidedBy: string | null;
};

/** Decisions, for everybody who may see the filing. */
@Injectable()
export class ReadDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: ReviewRows,
    private readonly declarations: Declarations,
    private readonly reviews: ReadReview,
    private readonly law: ReviewLaw,
  ) {}

  /** @param number null: the latest that was decided @throws DomainError filing.declaration.not_found, review.statement.not_found */
  statement(caller: Caller, id: string, number: number | null): Promise<ReviewStatement> {
    return this.unitOfWork.run((tx) => this.statementIn(tx, caller, id, number));
  }

  private async statementIn(tx: Tx, caller: Caller, id: string, number: number | null): Promise<ReviewStatement> {
    const head = await this.declarations.find(tx, caller.scope, id);
    if (head === null) throw new DomainError('filing.declaration.not_found');
    const decisions = (await this.rows.reviews.all(tx, caller.scope, id)).filter(({ outcome }) => outcome !== null);
    const decided = decisions.find((review) => number === null || review.number === number);
    if (decided?.decidedAt == null) throw new DomainError('review.statement.not_found');
    const version = await this.declarations.versionOf(tx, caller.scope, id, decided.number);
    if (version === null) throw new DomainError('filing.declaration.not_found');
    const day = chinaDay(decided.decidedAt);
    const remedies = this.law.remedies(head.regionCode, day);
    return {
      head, version, decided, decisions,
      sums: await this.rows.decisions.sums(tx, caller.scope, id, decided.number),
      trial: (await this.rows.reviews.trial(tx, caller.scope, decided.versionId)) as LevyResult | null,
      objections: await this.rows.objections.all(tx, caller.scope, id),
      objectionUntil: objectionUntil(day, this.law.objectionDays(head.regionCode, day)),
      remedies: { ways: remedies === null || remedies.value === null ? null : remedyTerms(remedies.value, day), reference: remedies?.reference ?? null, confirmed: remedies?.confirmed ?? false },
    };
  }

  /** Its lines with their decisions. @throws DomainError filing.declaration.not_found */
  lines(caller: Caller, { head, decided }: Pick<ReviewStatement, 'head' | 'decided'>, filter: 'refused' | 'all', query: PageQueryDto): Promise<ListPage<ShownLine>> {
    return this.reviews.pageOf(caller, head.id, decided.number, filter, query);
  }

  /** Number of the latest version that was decided; null where none was. */
  latest(caller: Caller, id: string): Promise<number | null> {
    return this.unitOfWork.run(async (tx) => (await this.rows.reviews.all(tx, caller.scope, id)).find(({ outcome }) => outcome !== null)?.number ?? null);
  }

  /** For the rooms behind, in their transaction. Null where nothing is decided. */
  async decided(tx: Tx, scope: Scope, declarationId: string, versionNumber: number): Promise<DecidedFiling | null> {
    const head = await this.declarations.find(tx, scope, declarationId);
    const review = (await this.rows.reviews.all(tx, scope, declarationId)).find(({ number }) => number === versionNumber);
    if (head === null || review === undefined || review.outcome === null || review.decidedAt === null) return null;
    return {
      declarationId, versionNumber, employerId: head.employerId, baseYear: head.baseYear, regionCode: head.regionCode, outcome: review.outcome, arranged: review.arranged ?? '0', countedMonths: review.countedMonths ?? 0,
      weightedMonths: review.weightedMonths ?? 0, trial: (await this.rows.reviews.trial(tx, scope, review.versionId)) as LevyResult | null, decidedAt: review.decidedAt, decidedBy: review.secondBy ?? review.firstBy,
    };
  }
}
