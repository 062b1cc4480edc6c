import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import type { ListPage, PageQueryDto } from '../../../platform/http/index.js';
import { Declarations, ReadFiling, type DeclarationHead } from '../../filing/index.js';
import type { Need } from '../domain/correction-request.js';
import type { ReviewFile } from '../infra/file.repository.js';
import type { Objection } from '../infra/objection.repository.js';
import type { CorrectionRequest } from '../infra/request.repository.js';
import { groundsOf, PaperGrounds } from './papers.command.js';
import { ReadReview, type ShownLine } from './read-review.query.js';
import { ReviewRows } from './review-rows.js';

export type QuestionedLine = ShownLine & { readonly needs: readonly Need[] };

/** What went to and fro between an employer and its federation. */
@Injectable()
export class ReadCorrespondence {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: ReviewRows,
    private readonly filings: ReadFiling,
    private readonly declarations: Declarations,
    private readonly reviews: ReadReview,
    private readonly grounds: PaperGrounds,
  ) {}

  /** The latest first. @throws DomainError filing.declaration.not_found */
  async requests(caller: Caller, id: string): Promise<readonly CorrectionRequest[]> {
    await this.filings.head(caller, id);
    return this.rows.requests.all(this.dataSource.manager, caller.scope, id);
  }

  /** The latest first. @throws DomainError filing.declaration.not_found */
  async objections(caller: Caller, id: string): Promise<readonly Objection[]> {
    await this.filings.head(caller, id);
    return this.rows.objections.all(this.dataSource.manager, caller.scope, id);
  }

  /** @throws DomainError filing.declaration.not_found */
  async papers(caller: Caller, id: string): Promise<readonly ReviewFile[]> {
    await this.filings.head(caller, id);
    return this.rows.files.list(this.dataSource.manager, caller.scope, id, 'paper');
  }

  /** A line of the current version, what paper may be given for it, and what was given. @throws DomainError filing.declaration.not_found, review.line.not_found */
  async paperLine(caller: Caller, id: string, lineId: string): Promise<{ readonly head: DeclarationHead; readonly line: ShownLine; readonly needs: readonly Need[]; readonly papers: readonly ReviewFile[] }> {
    const tx = this.dataSource.manager;
    const head = await this.filings.head(caller, id);
    const version = await this.declarations.versionOf(tx, caller.scope, id, null);
    const found = await this.rows.decisions.line(tx, caller.scope, id, head.currentVersion, lineId);
    if (version === null || found === null) throw new DomainError('review.line.not_found');
    const [line] = await this.reviews.shown(tx, caller.scope, id, head.currentVersion, [found]);
    const papers = (await this.rows.files.list(tx, caller.scope, id, 'paper')).filter(({ registryPersonId }) => registryPersonId === found.registryPersonId);
    return { head, line: line as ShownLine, needs: await this.grounds.of(tx, caller, head, version.id, found), papers };
  }

  /** Lines of the current version that a comparison or another claim puts in question, each with what paper may help it. @throws DomainError filing.declaration.not_found */
  async doubtfulLines(caller: Caller, id: string, query: PageQueryDto): Promise<ListPage<QuestionedLine>> {
    const { currentVersion } = await this.filings.head(caller, id);
    const [tx, { scope }] = [this.dataSource.manager, caller];
    const [requests, objections] = [await this.rows.requests.all(tx, scope, id), await this.rows.objections.all(tx, scope, id)];
    const { items, next } = await this.reviews.pageOf(caller, id, currentVersion, 'doubtful', query);
    return { items: items.map((line) => ({ ...line, needs: groundsOf(line, requests, objections) })), next };
  }

  /** Lines of the current version by person: what was asked of an older one is found in it. */
  async linesOf(caller: Caller, id: string, persons: readonly string[]): Promise<ReadonlyMap<string, ShownLine>> {
    const tx = this.dataSource.manager;
    const { currentVersion } = await this.filings.head(caller, id);
    const found = await this.rows.decisions.ofPersons(tx, caller.scope, id, currentVersion, persons);
    return new Map((await this.reviews.shown(tx, caller.scope, id, currentVersion, found)).map((line) => [line.registryPersonId, line]));
  }
}
