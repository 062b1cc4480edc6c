import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { citizenIdOf, type Person } from '../../registry/index.js';
import type { ContactShown } from '../infra/contact.repository.js';
import type { PersonFile } from '../infra/file.repository.js';
import { FileParts } from './file-parts.js';

/** A file in a list: nothing in clear but the name. */
export type FileLine = Person & Pick<ContactShown, 'phoneMasked'>;

export type FileView = Person & ContactShown & Omit<PersonFile, 'personId'> & { readonly certificateMasked: string | null };

/** Files inside the caller's scope, masked. */
@Injectable()
export class ReadFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: FileParts,
    private readonly audit: Audit,
  ) {}

  /** Two statements, however many files, and one that keeps for each person that it was looked at. */
  list(caller: Caller, region: RegionCode | null, query: PageQueryDto): Promise<ListPage<FileLine>> {
    const limit = limitOf(query);
    const after = instantKey(query);
    return this.unitOfWork.run(async (tx) => {
      const page = listPage(await this.parts.people.list(tx, caller.scope, region, after, limit + 1), limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
      const contacts = await this.parts.contacts.shown(tx, caller.scope, page.items.map(({ id }) => id));
      if (caller.scope.kind !== 'self') await this.audit.reads(tx, caller, { subjects: page.items.map(({ id }) => ({ kind: 'person', id })), fields: ['name', 'region', 'masked'], purpose: 'file_list', reason: null });
      return { ...page, items: page.items.map((person) => ({ ...person, phoneMasked: contacts.get(person.id)?.phoneMasked ?? null })) };
    });
  }

  /** Opening a file is a look at a person, and is kept with it unless it is the person's own. @throws DomainError files.file.not_found */
  find(caller: Caller, id: string): Promise<FileView> {
    return this.unitOfWork.run(async (tx) => {
      const person = isUuid(id) ? await this.parts.people.find(tx, caller.scope, id) : null;
      const file = person === null ? null : await this.parts.files.find(tx, caller.scope, id);
      if (person === null || file === null) throw new DomainError('files.file.not_found');
      const contact = (await this.parts.contacts.shown(tx, caller.scope, [id])).get(id);
      const certificateMasked = await this.parts.certificates.masked(tx, caller.scope, id);
      if (caller.scope.kind !== 'self') await this.audit.read(tx, caller, { subject: { kind: 'person', id }, fields: ['name', 'region', 'masked'], purpose: 'file_opened', reason: null });
      const { openedOn, closedOn, closingReason, rankingOff } = file;
      return { ...person, openedOn, closedOn, closingReason, rankingOff, phoneMasked: contact?.phoneMasked ?? null, hasAddress: contact?.hasAddress ?? false, preferred: contact?.preferred ?? null, certificateMasked };
    });
  }

  /** By the number, without telling of files outside the scope. @returns its id. @throws DomainError files.file.not_found, registry.citizen_id.malformed */
  lookUp(caller: Caller, typed: string): Promise<string> {
    const citizenId = citizenIdOf(typed);
    if (!citizenId.ok) throw new DomainError('input.invalid', {}, [{ pointer: '/citizenId', code: citizenId.error }]);
    return this.unitOfWork.run(async (tx) => {
      const person = await this.parts.people.findByNumber(tx, caller.scope, citizenId.value);
      if (person === null) throw new DomainError('files.file.not_found');
      await this.audit.read(tx, caller, { subject: { kind: 'person', id: person.id }, fields: ['citizenId'], purpose: 'look_up', reason: null });
      return person.id;
    });
  }

  /** @throws DomainError files.file.not_found */
  async demand(caller: Caller, id: string): Promise<void> {
    const person = isUuid(id) ? await this.parts.people.find(this.dataSource.manager, caller.scope, id) : null;
    if (person === null) throw new DomainError('files.file.not_found');
  }
}

/** `:id` is a file that the caller sees. */
@Injectable()
export class FileReach extends Reach {
  constructor(private readonly files: ReadFiles) {
    super();
  }

  demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    return this.files.demand(caller, id);
  }
}
