import { Injectable } from '@nestjs/common';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { Comparisons, Looks, Signals, type Signal, type StoredComparison, type VersionCompared } from '../../comparison/index.js';
import { Declarations, ReadLines, type DeclarationHead, type FilingVersionHead, type RosterLine } from '../../filing/index.js';
import type { CheckedLine, DecisionSums, LineFilter } from '../infra/decision.repository.js';
import type { ReviewFile } from '../infra/file.repository.js';
import type { Objection } from '../infra/objection.repository.js';
import type { CorrectionRequest } from '../infra/request.repository.js';
import type { FilingReview } from '../infra/review.repository.js';
import { ReviewRows } from './review-rows.js';

/** A filing as a reviewer meets it. */
export type ShownReview = {
  readonly head: DeclarationHead;
  /** The version that is checked, was decided last, or waits. */
  readonly version: FilingVersionHead;
  readonly compared: VersionCompared | null;
  readonly sums: DecisionSums;
  /** The latest version first. */
  readonly reviews: readonly FilingReview[];
  /** Of the version shown; null before the acceptance. */
  readonly review: FilingReview | null;
  readonly isCorrection: boolean;
  readonly signals: readonly Signal[];
  readonly requests: readonly CorrectionRequest[];
  readonly objections: readonly Objection[];
  readonly papers: readonly ReviewFile[];
};

/** A line with what registers say to it and what was decided. In clear: whoever shows it masks what must be masked. */
export type ShownLine = CheckedLine & { readonly line: RosterLine; readonly citizenId: CitizenIdText; readonly compared: StoredComparison | null };

@Injectable()
export class ReviewSources {
  constructor(
    readonly declarations: Declarations,
    readonly lines: ReadLines,
    readonly comparisons: Comparisons,
    readonly signals: Signals,
    readonly looks: Looks,
  ) {}
}

/** Filings for whoever checks them or reads along. */
@Injectable()
export class ReadReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: ReviewRows,
    private readonly sources: ReviewSources,
  ) {}

  /** As `oneIn`. @throws DomainError filing.declaration.not_found */
  one(caller: Caller, id: string): Promise<ShownReview> {
    return this.unitOfWork.run((tx) => this.oneIn(tx, caller, id));
  }

  /** Eleven statements, however large the filing. @throws DomainError filing.declaration.not_found */
  async oneIn(tx: Tx, { scope }: Caller, id: string): Promise<ShownReview> {
    const head = await this.head(tx, scope, id);
    const reviews = await this.rows.reviews.all(tx, scope, id);
    const number = shownNumber(head, reviews);
    const version = await this.version(tx, scope, id, number);
    return {
      head, version, reviews, review: reviews.find((review) => review.number === number) ?? null, isCorrection: number > head.currentVersion,
      compared: await this.sources.comparisons.version(tx, scope, version.id),
      sums: await this.rows.decisions.sums(tx, scope, id, number),
      signals: await this.sources.signals.list(tx, scope, id),
      requests: await this.rows.requests.all(tx, scope, id),
      objections: await this.rows.objections.all(tx, scope, id),
      papers: await this.rows.files.list(tx, scope, id, 'paper'),
    };
  }

  /** Lines of the version that is shown, however many in as many statements; who looks is noted with each person. @throws DomainError filing.declaration.not_found */
  lines(caller: Caller, id: string, filter: LineFilter, query: PageQueryDto): Promise<ListPage<ShownLine>> {
    return this.unitOfWork.run(async (tx) => {
      const number = shownNumber(await this.head(tx, caller.scope, id), await this.rows.reviews.all(tx, caller.scope, id));
      return this.page(tx, caller, id, number, filter, query);
    });
  }

  /** Lines of one version. @throws DomainError filing.declaration.not_found */
  pageOf(caller: Caller, id: string, number: number, filter: LineFilter, query: PageQueryDto): Promise<ListPage<ShownLine>> {
    return this.unitOfWork.run((tx) => this.page(tx, caller, id, number, filter, query));
  }

  /** As `pageOf`, in a transaction. */
  async page(tx: Tx, caller: Caller, id: string, number: number, filter: LineFilter, query: PageQueryDto): Promise<ListPage<ShownLine>> {
    const limit = limitOf(query);
    const [after = null] = pageKey(query, 1) ?? [];
    if (after !== null && !/^\d{1,18}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    const page = listPage(await this.linesIn(tx, caller, id, number, filter, after, limit + 1), limit, ({ lineId }) => [lineId]);
    await this.note(tx, caller, page.items);
    return page;
  }

  private async note(tx: Tx, caller: Caller, lines: readonly ShownLine[]): Promise<void> {
    if (caller.scope.kind !== 'employer') await this.sources.looks.note(tx, caller, lines.map(({ registryPersonId }) => registryPersonId), ['name', 'masked', 'comparison'], 'review_read');
  }

  async linesIn(tx: Tx, { scope }: Caller, id: string, number: number, filter: LineFilter, after: string | null, limit: number): Promise<readonly ShownLine[]> {
    return this.shown(tx, scope, id, number, await this.rows.decisions.lines(tx, scope, id, number, filter, after, limit));
  }

  /** @throws DomainError filing.declaration.not_found, review.line.not_found */
  line(caller: Caller, id: string, lineId: string): Promise<ShownLine> {
    return this.unitOfWork.run(async (tx) => {
      const number = shownNumber(await this.head(tx, caller.scope, id), await this.rows.reviews.all(tx, caller.scope, id));
      const found = await this.rows.decisions.line(tx, caller.scope, id, number, lineId);
      if (found === null) throw new DomainError('review.line.not_found');
      const lines = await this.shown(tx, caller.scope, id, number, [found]);
      await this.note(tx, caller, lines);
      return lines[0] as ShownLine;
    });
  }

  async shown(tx: Tx, scope: Scope, id: string, number: number, lines: readonly CheckedLine[]): Promise<readonly ShownLine[]> {
    const ids = lines.map(({ lineId }) => lineId);
    const version = await this.version(tx, scope, id, number);
    const named = await this.sources.lines.named(tx, scope, version.id, ids);
    const compared = await this.sources.comparisons.of(tx, scope, version.id, ids);
    return lines.flatMap((line) => {
      const found = named.get(line.lineId);
      return found === undefined ? [] : [{ ...line, ...found, compared: compared.get(line.lineId) ?? null }];
    });
  }

  private async head(tx: Tx, scope: Scope, id: string): Promise<DeclarationHead> {
    const head = await this.sources.declarations.find(tx, scope, id);
    if (head === null) throw new DomainError('filing.declaration.not_found');
    return head;
  }

  private async version(tx: Tx, scope: Scope, id: string, number: number): Promise<FilingVersionHead> {
    const version = await this.sources.declarations.versionOf(tx, scope, id, number);
    if (version === null) throw new DomainError('filing.declaration.not_found');
    return version;
  }
}

/** A correction that is being written, else what the filing stands by: of one that was returned, the version that was. */
function shownNumber({ currentVersion, state }: DeclarationHead, reviews: readonly FilingReview[]): number {
  const correction = reviews.find(({ number, outcome }) => number > currentVersion && outcome === null);
  if (correction !== undefined) return correction.number;
  return state === 'returned' ? Math.max(1, currentVersion - 1) : currentVersion;
}
