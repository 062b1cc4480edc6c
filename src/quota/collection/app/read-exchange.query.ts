import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { instantKey, limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import type { Party } from '../domain/exchange-line.js';
import { BatchRepository, type TaxBatch } from '../infra/batch.repository.js';
import { ImportRepository, type Import, type Rejection } from '../infra/import.repository.js';

/** Batches in both directions, inside the caller's scope. */
@Injectable()
export class ReadExchange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outgoing: BatchRepository,
    private readonly incoming: ImportRepository,
  ) {}

  async batches(caller: Caller, query: PageQueryDto): Promise<ListPage<TaxBatch>> {
    const limit = limitOf(query);
    return listPage(await this.outgoing.list(this.dataSource.manager, caller.scope, instantKey(query), limit + 1), limit, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  /** @throws DomainError collection.batch.not_found */
  async batch(caller: Caller, id: string): Promise<TaxBatch> {
    const found = isUuid(id) ? await this.outgoing.find(this.dataSource.manager, caller.scope, id) : null;
    if (found === null) throw new DomainError('collection.batch.not_found');
    return found;
  }

  /** The very bytes that were signed, however often they are asked for. @throws DomainError collection.batch.not_found */
  async body(caller: Caller, id: string): Promise<string> {
    const body = isUuid(id) ? await this.outgoing.body(this.dataSource.manager, caller.scope, id) : null;
    if (body === null) throw new DomainError('collection.batch.not_found');
    return body;
  }

  /** @param party null: of both */
  async imports(caller: Caller, party: Party | null, query: PageQueryDto): Promise<ListPage<Import>> {
    const limit = limitOf(query);
    return listPage(await this.incoming.list(this.dataSource.manager, caller.scope, party, instantKey(query), limit + 1), limit, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
  }

  /** @throws DomainError collection.import.not_found */
  async import(caller: Caller, id: string): Promise<Import> {
    const found = isUuid(id) ? await this.incoming.find(this.dataSource.manager, caller.scope, id) : null;
    if (found === null) throw new DomainError('collection.import.not_found');
    return found;
  }

  async rejections(caller: Caller, id: string, query: PageQueryDto): Promise<ListPage<Rejection>> {
    await this.import(caller, id);
    const limit = limitOf(query);
    const [after = '0'] = pageKey(query, 1) ?? [];
    if (!/^\d{1,9}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    return listPage(await this.incoming.rejections(this.dataSource.manager, caller.scope, id, Number(after), limit + 1), limit, ({ line }) => [String(line)]);
  }
}

/** `:id` is a batch of ours that the caller sees. */
@Injectable()
export class BatchReach extends Reach {
  constructor(private readonly exchange: ReadExchange) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.exchange.batch(caller, id);
  }
}
