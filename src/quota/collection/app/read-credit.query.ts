import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import type { CreditState } from '../domain/credit-states.js';
import { CreditObjectionRepository, type CreditObjection } from '../infra/credit-objection.repository.js';
import { CreditRepository, type CreditRecord } from '../infra/credit.repository.js';

/** Credit records inside the caller's scope. */
@Injectable()
export class ReadCredit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: CreditRepository,
    private readonly objections: CreditObjectionRepository,
  ) {}

  async list(caller: Caller, state: CreditState | null, query: PageQueryDto): Promise<ListPage<CreditRecord>> {
    const limit = limitOf(query);
    const [before = null] = pageKey(query, 1) ?? [];
    if (before !== null && !/^\d{1,18}$/.test(before)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    return listPage(await this.records.list(this.dataSource.manager, caller.scope, state, before, limit + 1), limit, ({ change }) => [change]);
  }

  /** With what the employer says against the notice. @throws DomainError collection.credit.not_found */
  async detail(caller: Caller, id: string): Promise<CreditRecord & { readonly objection: CreditObjection | null }> {
    return { ...await this.find(caller, id), objection: await this.objections.find(this.dataSource.manager, caller.scope, id) };
  }

  /** @throws DomainError collection.credit.not_found */
  async find(caller: Caller, id: string): Promise<CreditRecord> {
    const found = isUuid(id) ? await this.records.find(this.dataSource.manager, caller.scope, id) : null;
    if (found === null) throw new DomainError('collection.credit.not_found');
    return found;
  }
}

/** `:id` is a credit record that the caller sees. */
@Injectable()
export class CreditReach extends Reach {
  constructor(private readonly records: ReadCredit) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.records.find(caller, id);
  }
}
