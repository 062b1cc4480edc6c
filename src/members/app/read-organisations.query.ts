import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { isUuid } from '../../kernel/uuid.js';
import { Reach, type Caller } from '../../platform/access/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../platform/http/index.js';
import { OrganisationRepository, type Organisation, type OrganisationFilter } from '../infra/organisation.repository.js';

/** Organisations inside the caller's scope. */
@Injectable()
export class ReadOrganisations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
  ) {}

  async list(caller: Caller, filter: OrganisationFilter, query: PageQueryDto): Promise<ListPage<Organisation>> {
    const limit = limitOf(query);
    const rows = await this.organisations.list(this.dataSource.manager, caller.scope, filter, nameKey(query), limit + 1);
    return listPage(rows, limit, ({ name, id }) => [name, id]);
  }

  /** @throws DomainError members.organisation.not_found */
  async find(caller: Caller, id: string): Promise<Organisation> {
    const organisation = isUuid(id) ? await this.organisations.find(this.dataSource.manager, caller.scope, id) : null;
    if (organisation === null) throw new DomainError('members.organisation.not_found');
    return organisation;
  }
}

function nameKey(query: PageQueryDto): readonly [string, string] | null {
  const [name = '', id = ''] = pageKey(query, 2) ?? [];
  if (query.after === undefined) return null;
  if (!isUuid(id)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
  return [name, id];
}

/** `:id` is an organisation that the caller sees. */
@Injectable()
export class OrganisationReach extends Reach {
  constructor(private readonly organisations: ReadOrganisations) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.organisations.find(caller, id);
  }
}
