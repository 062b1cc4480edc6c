import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { contactKind } from '../../../members/index.js';
import type { Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { certificateOfHolder, Certificates, citizenIdOf, People } from '../../registry/index.js';
import { ContactRepository, type ContactInClear } from '../infra/contact.repository.js';
import { FileRepository } from '../infra/file.repository.js';

export type CertificateInput = { readonly number: string; readonly issuedOn: LocalDate | null; readonly validUntil: LocalDate | null };

/** The parts of a file and the rules that stand between them. */
@Injectable()
export class FileParts {
  constructor(
    readonly people: People,
    readonly certificates: Certificates,
    readonly files: FileRepository,
    readonly contacts: ContactRepository,
  ) {}

  /** @throws DomainError files.phone.malformed */
  async putContact(tx: Tx, scope: Scope, personId: string, { phone, address, preferred }: ContactInClear): Promise<void> {
    if (phone !== null && contactKind(phone) !== 'phone') throw new DomainError('input.invalid', {}, [{ pointer: '/phone', code: 'files.phone.malformed' }]);
    await this.contacts.put(tx, scope, personId, { phone, address, preferred });
  }

  /** @throws DomainError registry.certificate.* */
  async putCertificate(tx: Tx, scope: Scope, personId: string, citizenId: string, { number, issuedOn, validUntil }: CertificateInput): Promise<void> {
    const holder = citizenIdOf(citizenId);
    if (!holder.ok) throw new DomainError(holder.error);
    const certificate = certificateOfHolder(number, holder.value);
    if (!certificate.ok) throw new DomainError('input.invalid', {}, [{ pointer: '/certificate/number', code: certificate.error }]);
    await this.certificates.put(tx, scope, personId, certificate.value, issuedOn, validUntil);
  }
}
