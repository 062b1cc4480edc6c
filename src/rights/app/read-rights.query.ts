import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { parseLocalDate } from '../../kernel/local-date.js';
import { isUuid } from '../../kernel/uuid.js';
import { Reach, type Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { instantKey, limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../platform/http/index.js';
import type { RequestStatus } from '../domain/request.js';
import { RequestRepository, type RequestDetail, type RightsRequest } from '../infra/request.repository.js';
import { RetentionRunRepository, type RetentionRun } from '../infra/retention-run.repository.js';
import { PrivacyBook, type RetentionRule } from '../reading/privacy-book.js';

/** How long things are kept on this day. */
@Injectable()
export class RetentionPeriods {
  constructor(
    private readonly book: PrivacyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(): readonly RetentionRule[] {
    return this.book.retentionRules(this.clock.today());
  }
}

/** Requests as those who answer them see them, and what retention has done. */
@Injectable()
export class ReadRights {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: RequestRepository,
    private readonly runs: RetentionRunRepository,
    private readonly audit: Audit,
    private readonly periods: RetentionPeriods,
  ) {}

  /** Whose request is seen is kept as a look at that person. */
  list(caller: Caller, status: RequestStatus | null, query: PageQueryDto): Promise<ListPage<RightsRequest>> {
    const limit = limitOf(query);
    const after = dueKey(query);
    return this.unitOfWork.run(async (tx) => {
      const page = listPage(await this.requests.list(tx, caller.scope, status, after, limit + 1), limit, ({ dueOn, madeAt, id }) => [dueOn, madeAt.toISOString(), id]);
      const people = [...new Set(page.items.map(({ personId }) => personId))];
      await this.audit.reads(tx, caller, { subjects: people.map((id) => ({ kind: 'person', id })), fields: ['name', 'request'], purpose: 'request_list', reason: null });
      return page;
    });
  }

  /** The same with the person's own words. @throws DomainError rights.request.not_found */
  find(caller: Caller, id: string): Promise<RequestDetail> {
    return this.unitOfWork.run(async (tx) => {
      const request = await this.one(tx, caller, id);
      await this.audit.read(tx, caller, { subject: { kind: 'person', id: request.personId }, fields: ['name', 'request', 'wish'], purpose: 'request_opened', reason: null });
      return request;
    });
  }

  /** @throws DomainError rights.request.not_found */
  async demand(caller: Caller, id: string): Promise<void> {
    await this.one(this.dataSource.manager, caller, id);
  }

  /** What holds today. */
  retentionRules(): readonly RetentionRule[] {
    return this.periods.today();
  }

  async retention(caller: Caller, query: PageQueryDto): Promise<ListPage<RetentionRun>> {
    const limit = limitOf(query);
    const rows = await this.runs.list(this.dataSource.manager, caller.scope, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ ranAt, id }) => [ranAt.toISOString(), id]);
  }

  private async one(tx: Tx, { scope }: Caller, id: string): Promise<RequestDetail> {
    const request = isUuid(id) ? await this.requests.find(tx, scope, id) : null;
    if (request === null) throw new DomainError('rights.request.not_found');
    return request;
  }
}

function dueKey(query: PageQueryDto): readonly [string, Date, string] | null {
  const [due = '', made = '', id = ''] = pageKey(query, 3) ?? [];
  if (query.after === undefined) return null;
  const madeAt = new Date(made);
  if (!isUuid(id) || !parseLocalDate(due).ok || Number.isNaN(madeAt.getTime())) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
  return [due, madeAt, id];
}

/** `:id` is a request that the caller sees. */
@Injectable()
export class RequestReach extends Reach {
  constructor(private readonly rights: ReadRights) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.rights.demand(caller, id);
  }
}
