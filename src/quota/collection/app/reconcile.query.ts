import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import type { Caller } from '../../../platform/access/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { differencesOf, type Difference } from '../domain/differences.js';
import { NOTHING_TOLD, type TaxSide } from '../domain/sides.js';
import { AssessmentRepository, type AssessmentHead } from '../infra/assessment.repository.js';
import { ReconciliationRepository, type Totals, type Undetermined } from '../infra/reconciliation.repository.js';
import { SideRepository } from '../infra/side.repository.js';

export type ReconciledRow = { readonly assessment: AssessmentHead; readonly side: TaxSide; readonly differences: readonly Difference[] };
export type ReconcileWish = { readonly region: RegionCode; readonly baseYear: number; readonly onlyDiffering: boolean };
export type Reconciliation = { readonly totals: Totals; readonly rows: ListPage<ReconciledRow>; /** The first fifty. */ readonly undetermined: readonly Undetermined[] };

const UNDETERMINED_SHOWN = 50;

/** Both sides of a region and year beside each other, and where they differ. */
@Injectable()
export class Reconcile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reconciliation: ReconciliationRepository,
    private readonly assessments: AssessmentRepository,
    private readonly sides: SideRepository,
  ) {}

  /** @throws DomainError collection.region_outside */
  async run(caller: Caller, { region, baseYear, onlyDiffering }: ReconcileWish, query: PageQueryDto): Promise<Reconciliation> {
    if (caller.scope.kind !== 'region' || !region.startsWith(caller.scope.prefix)) throw new DomainError('collection.region_outside');
    const tx = this.dataSource.manager;
    const prefix = regionPrefix(region);
    const limit = limitOf(query);
    const [after = null] = pageKey(query, 1) ?? [];
    const keys = listPage(await this.reconciliation.page(tx, caller.scope, prefix, baseYear, onlyDiffering, after, limit + 1), limit, ({ uscc }) => [uscc]);
    const ids = keys.items.map(({ id }) => id);
    const heads = new Map((await this.assessments.some(tx, caller.scope, ids)).map((head) => [head.id, head]));
    const told = await this.sides.of(tx, caller.scope, ids);
    const items = ids.flatMap((id): ReconciledRow[] => {
      const assessment = heads.get(id);
      const side = told.get(id) ?? NOTHING_TOLD;
      return assessment === undefined ? [] : [{ assessment, side, differences: differencesOf(assessment, side) }];
    });
    return {
      totals: await this.reconciliation.totals(tx, caller.scope, prefix, baseYear),
      rows: { items, next: keys.next },
      undetermined: await this.reconciliation.undetermined(tx, caller.scope, prefix, baseYear, null, UNDETERMINED_SHOWN),
    };
  }
}
