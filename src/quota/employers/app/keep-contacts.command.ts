import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import type { ContactRole } from '../domain/contact-roles.js';
import { ContactRepository, type EmployerContact } from '../infra/contact.repository.js';
import { EmployerFileParts } from './employer-file-parts.js';

/** Whom of an employer to call. The history says that one changed, never what it was: names and numbers stay sealed. */
@Injectable()
export class KeepContacts {
  constructor(
    private readonly parts: EmployerFileParts,
    private readonly contacts: ContactRepository,
  ) {}

  /** @throws DomainError employers.contact.empty, employers.employer.* */
  put(caller: Caller, id: string, contact: Pick<EmployerContact, 'role' | 'name' | 'phone'>): Promise<void> {
    if (contact.name === null && contact.phone === null) return Promise.reject(new DomainError('employers.contact.empty'));
    return this.parts.change(caller, id, async (tx, scope, _employer, at) => {
      await this.contacts.put(tx, scope, id, contact, at);
      return { act: 'employers.contact.put', entries: [{ field: 'contact', before: null, after: contact.role }], effectiveOn: this.parts.clock.today(), detail: { role: contact.role } };
    });
  }

  /** @throws DomainError employers.contact.not_found, employers.employer.* */
  remove(caller: Caller, id: string, role: ContactRole): Promise<void> {
    return this.parts.change(caller, id, async (tx, scope) => {
      if (!(await this.contacts.remove(tx, scope, id, role))) throw new DomainError('employers.contact.not_found');
      return { act: 'employers.contact.remove', entries: [{ field: 'contact', before: role, after: null }], effectiveOn: this.parts.clock.today(), detail: { role } };
    });
  }
}
