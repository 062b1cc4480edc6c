import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { PrefillNoteRepository, type Doubt } from '../infra/prefill-note.repository.js';
import { FilingLaw } from './filing-law.js';
import { OpenDraft } from './open-draft.js';

/** A doubt with the person's number, in clear: whoever shows it masks it. */
export type ShownDoubt = Doubt & { readonly citizenId: CitizenIdText };

/** What the prefill has noted and the clerk looks at, one after the other. */
@Injectable()
export class Doubts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly doubts: PrefillNoteRepository,
    private readonly people: RegistryPeople,
    private readonly drafts: OpenDraft,
    private readonly law: FilingLaw,
  ) {}

  /** Those that wait first. Two statements. */
  async page(caller: Caller, id: string, query: PageQueryDto): Promise<ListPage<ShownDoubt>> {
    const limit = limitOf(query);
    const [settled = '', after = ''] = pageKey(query, 2) ?? [];
    if (after !== '' && !(/^\d{1,18}$/.test(after) && /^[yn]$/.test(settled))) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    const rows = await this.doubts.page(this.dataSource.manager, caller.scope, id, after === '' ? null : [settled === 'y', after], limit + 1);
    const { items, next } = listPage(rows, limit, (doubt) => [doubt.settledAt === null ? 'n' : 'y', doubt.id]);
    const numbers = await this.people.numbers(this.dataSource.manager, items.map(({ registryPersonId }) => registryPersonId));
    return { items: items.map((doubt) => ({ ...doubt, citizenId: numbers.get(doubt.registryPersonId) as CitizenIdText })), next };
  }

  count(caller: Caller, id: string): Promise<{ readonly waiting: number; readonly all: number }> {
    return this.doubts.count(this.dataSource.manager, caller.scope, id);
  }

  /** The clerk has looked at it. Once more changes nothing. @throws DomainError filing.declaration.*, filing.doubt.not_found */
  settle(caller: Caller, id: string, doubtId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { version } = await this.drafts.lock(tx, caller, id, null);
      const known = /^\d{1,18}$/.test(doubtId) && await this.doubts.settle(tx, caller.scope, version.id, doubtId, this.law.now());
      if (!known) throw new DomainError('filing.doubt.not_found');
    });
  }
}
