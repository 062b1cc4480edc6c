import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { ImportRepository, type Rejection, type RosterImport } from '../infra/import.repository.js';
import { FilingLaw } from './filing-law.js';

/** A process that reads says so every few seconds; silent for this long, it is gone. */
export const SILENCE_MS = 30_000;

const IMPORTS_SHOWN = 20;

/** Files that were handed in for a filing inside the caller's scope. */
@Injectable()
export class ReadImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportRepository,
    private readonly law: FilingLaw,
  ) {}

  /** The latest first. One statement. */
  async list(caller: Caller, id: string): Promise<readonly RosterImport[]> {
    return (await this.imports.list(this.dataSource.manager, caller.scope, id, IMPORTS_SHOWN)).map((file) => this.alive(file));
  }

  /** @throws DomainError filing.import.not_found */
  async find(caller: Caller, id: string, importId: string): Promise<RosterImport> {
    const file = isUuid(id) && isUuid(importId) ? await this.imports.find(this.dataSource.manager, caller.scope, id, importId) : null;
    if (file === null) throw new DomainError('filing.import.not_found');
    return this.alive(file);
  }

  /** In the order of the rows. One statement. */
  async rejections(caller: Caller, id: string, importId: string, query: PageQueryDto): Promise<ListPage<Rejection>> {
    const limit = limitOf(query);
    const key = pageKey(query, 2);
    const [row = '', last = ''] = key ?? [];
    if (key !== null && !(/^\d{1,9}$/.test(row) && /^\d{1,18}$/.test(last))) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    const faults = await this.imports.rejections(this.dataSource.manager, caller.scope, id, importId, key === null ? null : [Number(row), last], limit + 1);
    const { items, next } = listPage(faults, limit, (fault) => [String(fault.row), fault.id]);
    return { items: items.map(({ row: at, column, code, params }) => ({ row: at, column, code, params })), next };
  }

  /** One whose process is gone has failed, before the clean-up says so. */
  private alive(file: RosterImport): RosterImport {
    return file.state === 'reading' && file.aliveAt.getTime() < this.law.now().getTime() - SILENCE_MS ? { ...file, state: 'failed' } : file;
  }
}
