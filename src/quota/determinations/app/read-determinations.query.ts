import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { DeterminationRepository, type Determination, type DeterminationFilter, type DeterminationHead } from '../infra/determination.repository.js';

/** Determinations inside the caller's scope. */
@Injectable()
export class ReadDeterminations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly determinations: DeterminationRepository,
  ) {}

  async list(caller: Caller, { baseYear, named }: DeterminationFilter, query: PageQueryDto): Promise<ListPage<DeterminationHead>> {
    const limit = limitOf(query);
    const filter = { baseYear, named: named === null || named.trim() === '' ? null : normaliseCode(named) };
    const rows = await this.determinations.list(this.dataSource.manager, caller.scope, filter, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
  }

  /** @throws DomainError determinations.determination.not_found */
  async find(caller: Caller, id: string): Promise<Determination> {
    const found = await this.findIn(this.dataSource.manager, caller.scope, id);
    if (found === null) throw new DomainError('determinations.determination.not_found');
    return found;
  }

  /** For a room that goes on from it, in its own transaction. */
  async findIn(tx: Tx, scope: Scope, id: string): Promise<Determination | null> {
    return isUuid(id) ? this.determinations.find(tx, scope, id) : null;
  }

  /** Those of one declaration, the latest first. */
  async ofDeclaration(caller: Caller, declarationId: string): Promise<readonly DeterminationHead[]> {
    return isUuid(declarationId) ? this.determinations.ofDeclaration(this.dataSource.manager, caller.scope, declarationId) : [];
  }
}

/** `:id` is a determination that the caller sees. */
@Injectable()
export class DeterminationReach extends Reach {
  constructor(private readonly determinations: ReadDeterminations) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.determinations.find(caller, id);
  }
}
