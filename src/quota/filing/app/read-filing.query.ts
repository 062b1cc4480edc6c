import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { DeclarationRepository, type DeclarationHead } from '../infra/declaration.repository.js';
import type { VersionSums } from '../infra/line.repository.js';
import { StepRepository, type ShownStep } from '../infra/step.repository.js';
import type { FilingVersionHead } from '../infra/version.repository.js';
import { FilingRows } from './filing-rows.js';

/** Filings inside the caller's scope. */
@Injectable()
export class ReadFiling {
  constructor(
    private readonly dataSource: DataSource,
    private readonly declarations: DeclarationRepository,
    private readonly stepRows: StepRepository,
    private readonly rows: FilingRows,
  ) {}

  /** @throws DomainError filing.declaration.not_found */
  async head(caller: Caller, id: string): Promise<DeclarationHead> {
    const head = isUuid(id) ? await this.declarations.find(this.dataSource.manager, caller.scope, id) : null;
    if (head === null) throw new DomainError('filing.declaration.not_found');
    return head;
  }

  /** The latest base year first. One statement. */
  async list(caller: Caller, query: PageQueryDto): Promise<ListPage<DeclarationHead>> {
    const limit = limitOf(query);
    const [year = null, behind = ''] = pageKey(query, 2) ?? [];
    if (year !== null && !(/^\d{4}$/.test(year) && isUuid(behind))) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    const rows = await this.declarations.list(this.dataSource.manager, caller.scope, year === null ? null : [Number(year), behind], limit + 1);
    return listPage(rows, limit, ({ baseYear, id }) => [String(baseYear), id]);
  }

  /** `number` null: the current one. @throws DomainError filing.declaration.not_found */
  async version(caller: Caller, id: string, number: number | null): Promise<FilingVersionHead> {
    const version = isUuid(id) ? await this.rows.versions.find(this.dataSource.manager, caller.scope, id, number) : null;
    if (version === null) throw new DomainError('filing.declaration.not_found');
    return version;
  }

  /** The latest first. */
  versions(caller: Caller, id: string): Promise<readonly FilingVersionHead[]> {
    return this.rows.versions.list(this.dataSource.manager, caller.scope, id);
  }

  sums(caller: Caller, id: string, number: number): Promise<VersionSums> {
    return this.rows.lines.sums(this.dataSource.manager, caller.scope, id, number);
  }

  /** What happened, in order. */
  async steps(caller: Caller, id: string, query: PageQueryDto): Promise<ListPage<ShownStep>> {
    const limit = limitOf(query);
    const [after = null] = pageKey(query, 1) ?? [];
    if (after !== null && !/^\d{1,18}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    return listPage(await this.stepRows.list(this.dataSource.manager, caller.scope, id, after, limit + 1), limit, (step) => [step.id]);
  }
}

/** `:id` is a declaration that the caller sees. */
@Injectable()
export class DeclarationReach extends Reach {
  constructor(private readonly filings: ReadFiling) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.filings.head(caller, id);
  }
}
