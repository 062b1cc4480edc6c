import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { DuplicatesRepository, type Duplicate, type DuplicateState } from '../infra/duplicates.repository.js';

/** Pairs of employers that may be one, both inside the caller's scope. */
@Injectable()
export class ReadDuplicates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duplicates: DuplicatesRepository,
  ) {}

  async list(caller: Caller, state: DuplicateState, query: PageQueryDto): Promise<ListPage<Duplicate>> {
    const limit = limitOf(query);
    const rows = await this.duplicates.list(this.dataSource.manager, caller.scope, state, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ foundAt, id }) => [foundAt.toISOString(), id]);
  }

  /** @throws DomainError employers.duplicate.not_found */
  async find(caller: Caller, id: string): Promise<Duplicate> {
    const found = isUuid(id) ? await this.duplicates.find(this.dataSource.manager, caller.scope, id) : null;
    if (found === null) throw new DomainError('employers.duplicate.not_found');
    return found;
  }
}
