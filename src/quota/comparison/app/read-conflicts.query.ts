import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { ConflictViewRepository, type ConflictDetail, type ConflictHead, type ConflictState } from '../infra/conflict-view.repository.js';
import { Looks } from './looks.js';

/** Conflicts of filings inside the caller's scope. */
@Injectable()
export class ReadConflicts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly conflicts: ConflictViewRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly looks: Looks,
  ) {}

  async list(caller: Caller, state: ConflictState, declarationId: string | null, query: PageQueryDto): Promise<ListPage<ConflictHead>> {
    const limit = limitOf(query);
    const rows = await this.conflicts.list(this.dataSource.manager, caller.scope, state, declarationId, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ foundAt, id }) => [foundAt.toISOString(), id]);
  }

  /** @throws DomainError comparison.conflict.not_found */
  async find(caller: Caller, id: string): Promise<ConflictDetail> {
    const conflict = isUuid(id) ? await this.conflicts.find(this.dataSource.manager, caller.scope, id) : null;
    if (conflict === null) throw new DomainError('comparison.conflict.not_found');
    return conflict;
  }

  /** As `find`, and notes with the person that somebody looked. @throws DomainError comparison.conflict.not_found */
  async open(caller: Caller, id: string): Promise<ConflictDetail> {
    const conflict = await this.find(caller, id);
    await this.unitOfWork.run((tx) => this.looks.note(tx, caller, [conflict.registryPersonId], ['masked', 'employers', 'insuredMonths'], 'conflict_opened'));
    return conflict;
  }
}

/** `:id` is a conflict that the caller sees. */
@Injectable()
export class ConflictReach extends Reach {
  constructor(private readonly conflicts: ReadConflicts) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.conflicts.find(caller, id);
  }
}
