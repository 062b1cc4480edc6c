import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import type { ReliefState } from '../domain/relief-states.js';
import { ReliefRepository, type ReliefDetail, type ReliefRequest } from '../infra/relief.repository.js';

/** Requests for relief and deferral inside the caller's scope. */
@Injectable()
export class ReadRelief {
  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: ReliefRepository,
  ) {}

  async list(caller: Caller, state: ReliefState | null, query: PageQueryDto): Promise<ListPage<ReliefRequest>> {
    const limit = limitOf(query);
    return listPage(await this.requests.list(this.dataSource.manager, caller.scope, state, instantKey(query), limit + 1), limit, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  /** @throws DomainError collection.relief.not_found */
  async find(caller: Caller, id: string): Promise<ReliefDetail> {
    const found = isUuid(id) ? await this.requests.find(this.dataSource.manager, caller.scope, id) : null;
    if (found === null) throw new DomainError('collection.relief.not_found');
    return found;
  }
}

/** `:id` is a request that the caller sees. */
@Injectable()
export class ReliefReach extends Reach {
  constructor(private readonly requests: ReadRelief) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.requests.find(caller, id);
  }
}
