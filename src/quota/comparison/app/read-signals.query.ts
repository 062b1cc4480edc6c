import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { SignalRepository, type ShownSignal, type SignalState } from '../infra/signal.repository.js';

/** Grounds to look at filings inside the caller's scope. */
@Injectable()
export class ReadSignals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signals: SignalRepository,
  ) {}

  /** The oldest first. One statement. */
  async list(caller: Caller, state: SignalState, declarationId: string | null, query: PageQueryDto): Promise<ListPage<ShownSignal>> {
    const limit = limitOf(query);
    const rows = await this.signals.page(this.dataSource.manager, caller.scope, state, declarationId, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ foundAt, id }) => [foundAt.toISOString(), id]);
  }

  /** @throws DomainError comparison.signal.not_found */
  async find(caller: Caller, id: string): Promise<ShownSignal> {
    const signal = isUuid(id) ? await this.signals.find(this.dataSource.manager, caller.scope, id) : null;
    if (signal === null) throw new DomainError('comparison.signal.not_found');
    return signal;
  }
}

/** `:id` is a signal of a filing that the caller sees. */
@Injectable()
export class SignalReach extends Reach {
  constructor(private readonly signals: ReadSignals) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.signals.find(caller, id);
  }
}
