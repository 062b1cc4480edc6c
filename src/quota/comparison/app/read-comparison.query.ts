import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { ReadFiling, ReadLines, type DeclarationHead, type NamedLine } from '../../filing/index.js';
import { ConflictViewRepository } from '../infra/conflict-view.repository.js';
import { ResultRepository, type LineChoice, type StoredComparison, type VersionCompared } from '../infra/result.repository.js';
import { Looks } from './looks.js';

/** Months that another employer claims too; null awarded: nobody has settled it yet. */
export type Contest = { readonly contested: number; readonly awarded: number | null };

export type ShownComparison = NamedLine & { readonly comparison: StoredComparison; readonly contest: Contest | null };

/** A filing with what the comparison found; null where none has run. */
export type ComparedFiling = { readonly head: DeclarationHead; readonly version: VersionCompared | null };

/** What registers and other filings say to a filing, for its employer and for whoever decides about it. */
@Injectable()
export class ReadComparison {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly filings: ReadFiling,
    private readonly lines: ReadLines,
    private readonly results: ResultRepository,
    private readonly conflicts: ConflictViewRepository,
    private readonly looks: Looks,
  ) {}

  /** @throws DomainError filing.declaration.not_found */
  async filing(caller: Caller, id: string): Promise<ComparedFiling> {
    const head = await this.filings.head(caller, id);
    return { head, version: await this.unitOfWork.run((tx) => this.results.current(tx, caller.scope, head.id)) };
  }

  /**
   * Line by line, as they were compared last: six statements, however many lines. Whoever looks from outside the employer is
   * noted with each person.
   * @throws DomainError input.invalid
   */
  async page(caller: Caller, { head, version }: ComparedFiling, choice: LineChoice, query: PageQueryDto): Promise<ListPage<ShownComparison>> {
    const limit = limitOf(query);
    const [after = null] = pageKey(query, 1) ?? [];
    if (after !== null && !/^\d{1,18}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    if (version === null) return { items: [], next: null };
    return this.unitOfWork.run(async (tx) => {
      const { items, next } = listPage(await this.results.page(tx, caller.scope, version.versionId, choice, after, limit + 1), limit, ({ lineId }) => [lineId]);
      const named = await this.lines.named(tx, caller.scope, version.versionId, items.map(({ lineId }) => lineId));
      const contests = await this.contests(tx, caller, head.id);
      const shown = items.flatMap((comparison): readonly ShownComparison[] => {
        const line = named.get(comparison.lineId);
        return line === undefined ? [] : [{ ...line, comparison, contest: contests.get(line.line.registryPersonId) ?? null }];
      });
      if (caller.scope.kind !== 'employer') await this.looks.note(tx, caller, shown.map(({ line }) => line.registryPersonId), ['name', 'masked', 'comparison'], 'comparison_read');
      return { items: shown, next };
    });
  }

  private async contests(tx: Tx, { scope }: Caller, declarationId: string): Promise<ReadonlyMap<string, Contest>> {
    const contests = new Map<string, Contest>();
    for (const { registryPersonId, contested, awarded } of await this.conflicts.settledMonths(tx, scope, declarationId)) contests.set(registryPersonId, { contested, awarded });
    for (const { registryPersonId, contested } of await this.conflicts.openPersons(tx, scope, declarationId)) contests.set(registryPersonId, { contested, awarded: null });
    return contests;
  }
}
