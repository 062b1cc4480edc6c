import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { maskContact } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { levyLiable } from '../domain/employer-kinds.js';
import type { YearOfStaff } from '../domain/headcounts.js';
import { BranchRepository, type Branch } from '../infra/branch.repository.js';
import { ContactRepository, type EmployerContact } from '../infra/contact.repository.js';
import { EmployerFileRepository, type HistoryEntry, type MergedEmployer } from '../infra/employer-file.repository.js';
import type { EmployerDetail } from '../infra/employer.repository.js';
import { HeadcountRepository } from '../infra/headcount.repository.js';
import { ReadEmployers } from './read-employers.query.js';

/** 一企一档, whole. */
export type EmployerFile = EmployerDetail & {
  /** Whether an employer of this kind owes the quota at all (残疾人就业条例 art. 8). */
  readonly levyLiable: boolean;
  /** Telephone numbers are masked for whoever does not keep the file. */
  readonly contacts: readonly EmployerContact[];
  readonly branches: readonly Branch[];
  readonly merged: readonly MergedEmployer[];
};

/** The parts of a file beside the employer itself. */
@Injectable()
export class FileRows {
  constructor(
    readonly files: EmployerFileRepository,
    readonly contacts: ContactRepository,
    readonly branches: BranchRepository,
    readonly headcounts: HeadcountRepository,
  ) {}
}

/** Files of employers inside the caller's scope. */
@Injectable()
export class ReadEmployerFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly employers: ReadEmployers,
    private readonly rows: FileRows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Four statements. @throws DomainError employers.employer.not_found */
  async file(caller: Caller, id: string): Promise<EmployerFile> {
    const employer = await this.employers.find(caller, id);
    const { manager } = this.dataSource;
    const { scope } = caller;
    const contacts = await this.rows.contacts.list(manager, scope, id);
    const shown = caller.permissions.has('employers.keep') ? contacts : contacts.map((contact) => ({ ...contact, phone: contact.phone === null ? null : maskContact('phone', contact.phone) }));
    return {
      ...employer, levyLiable: levyLiable(employer.kind), contacts: shown,
      branches: await this.rows.branches.list(manager, scope, id), merged: await this.rows.files.merged(manager, scope, id),
    };
  }

  /** The year that is over. */
  lastYear(): number {
    return Number(this.clock.today().slice(0, 4)) - 1;
  }

  /** @throws DomainError employers.employer.not_found */
  async headcounts(caller: Caller, id: string, year: number): Promise<YearOfStaff> {
    await this.employers.find(caller, id);
    return this.rows.headcounts.ofYear(this.dataSource.manager, caller.scope, id, year);
  }

  /** The latest first. @throws DomainError employers.employer.not_found, input.invalid */
  async history(caller: Caller, id: string, query: PageQueryDto): Promise<ListPage<HistoryEntry>> {
    await this.employers.find(caller, id);
    const limit = limitOf(query);
    const before = pageKey(query, 1)?.[0] ?? null;
    if (before !== null && !/^\d{1,18}$/.test(before)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    return listPage(await this.rows.files.history(this.dataSource.manager, caller.scope, id, before, limit + 1), limit, ({ id: entry }) => [entry]);
  }
}
