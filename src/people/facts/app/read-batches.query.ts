import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { Batches, type CoverageRow, type FactBatch } from '../infra/batches.js';
import { Pulls, type PullRow } from '../infra/pulls.js';

const ID = /^[1-9]\d{0,17}$/;

/** What was imported, what of it was not taken, what is complete. No row of a person is shown, so no scope applies. */
@Injectable()
export class ReadBatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: Batches,
    private readonly pulls: Pulls,
  ) {}

  /** The latest first. @throws DomainError input.invalid */
  async list(query: PageQueryDto): Promise<ListPage<FactBatch>> {
    const limit = limitOf(query);
    const [before = null] = pageKey(query, 1) ?? [];
    return listPage(await this.batches.list(this.dataSource.manager, numberIn(before), limit + 1), limit, ({ id }) => [id]);
  }

  /** @throws DomainError facts.batch.not_found */
  async find(id: string): Promise<FactBatch> {
    const batch = ID.test(id) ? await this.batches.find(this.dataSource.manager, id) : null;
    if (batch === null) throw new DomainError('facts.batch.not_found');
    return batch;
  }

  /** In the order of the lines. @throws DomainError facts.batch.not_found, input.invalid */
  async faults(id: string, query: PageQueryDto): Promise<ListPage<RowFault>> {
    await this.find(id);
    const limit = limitOf(query);
    const key = pageKey(query, 2);
    const after = key === null ? null : ([Number(numberIn(key[0] ?? '')), key[1] ?? ''] as const);
    return listPage(await this.batches.faults(this.dataSource.manager, id, after, limit + 1), limit, ({ line, column }) => [String(line), column]);
  }

  coverage(): Promise<readonly CoverageRow[]> {
    return this.batches.coverage(this.dataSource.manager);
  }

  lastPulls(): Promise<readonly PullRow[]> {
    return this.pulls.latest(this.dataSource.manager);
  }
}

function numberIn(text: string | null): string | null {
  if (text === null) return null;
  if (!/^\d{1,10}$/.test(text)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
  return text;
}
