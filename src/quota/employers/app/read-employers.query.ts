import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import type { EmployerStatus } from '../domain/employer-state.js';
import { nameKey } from '../domain/name-key.js';
import { EmployerRepository, type Employer, type EmployerDetail } from '../infra/employer.repository.js';

/** Employers inside the caller's scope. */
@Injectable()
export class ReadEmployers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly employers: EmployerRepository,
  ) {}

  /** @param typed a credit code or how a name begins; null for all */
  async list(caller: Caller, status: EmployerStatus | null, typed: string | null, query: PageQueryDto): Promise<ListPage<Employer>> {
    const limit = limitOf(query);
    const code = typed === null ? null : normaliseCode(typed);
    const uscc = code !== null && /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) ? code : null;
    // Signs alone are no name and would find all.
    const name = typed === null || uscc !== null ? null : typed;
    if (name !== null && nameKey(name) === '') return { items: [], next: null };
    const rows = await this.employers.list(this.dataSource.manager, caller.scope, { status, uscc, name }, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ registeredAt, id }) => [registeredAt.toISOString(), id]);
  }

  /** Null for an organisation that has not registered as an employer. */
  async statusOf(tx: Tx, scope: Scope, id: string): Promise<EmployerStatus | null> {
    return (await this.employers.find(tx, scope, id))?.status ?? null;
  }

  /** @throws DomainError employers.employer.not_found */
  async find(caller: Caller, id: string): Promise<EmployerDetail> {
    const employer = isUuid(id) ? await this.employers.find(this.dataSource.manager, caller.scope, id) : null;
    if (employer === null) throw new DomainError('employers.employer.not_found');
    return employer;
  }
}

/** `:id` is an employer that the caller sees. */
@Injectable()
export class EmployerReach extends Reach {
  constructor(private readonly employers: ReadEmployers) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.employers.find(caller, id);
  }
}
