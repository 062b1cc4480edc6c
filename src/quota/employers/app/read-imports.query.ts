import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import type { Caller } from '../../../platform/access/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { ImportsRepository, type EmployerImport } from '../infra/imports.repository.js';

const ID = /^[1-9]\d{0,17}$/;
const malformed = (): DomainError => new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);

/** Lists of the tax register inside the caller's scope: what was imported, what of it was not taken. */
@Injectable()
export class ReadImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportsRepository,
  ) {}

  /** The latest first. @throws DomainError input.invalid */
  async list(caller: Caller, query: PageQueryDto): Promise<ListPage<EmployerImport>> {
    const limit = limitOf(query);
    const before = pageKey(query, 1)?.[0] ?? null;
    if (before !== null && !ID.test(before)) throw malformed();
    return listPage(await this.imports.list(this.dataSource.manager, caller.scope, before, limit + 1), limit, ({ id }) => [id]);
  }

  /** @throws DomainError employers.import.not_found */
  async find(caller: Caller, id: string): Promise<EmployerImport> {
    const found = ID.test(id) ? await this.imports.find(this.dataSource.manager, caller.scope, id) : null;
    if (found === null) throw new DomainError('employers.import.not_found');
    return found;
  }

  /** In the order of the lines. @throws DomainError employers.import.not_found, input.invalid */
  async faults(caller: Caller, id: string, query: PageQueryDto): Promise<ListPage<RowFault>> {
    await this.find(caller, id);
    const limit = limitOf(query);
    const key = pageKey(query, 2);
    if (key !== null && !/^\d{1,9}$/.test(key[0] ?? '')) throw malformed();
    const after = key === null ? null : ([Number(key[0]), key[1] ?? ''] as const);
    return listPage(await this.imports.faults(this.dataSource.manager, caller.scope, id, after, limit + 1), limit, ({ line, column }) => [String(line), column]);
  }
}
