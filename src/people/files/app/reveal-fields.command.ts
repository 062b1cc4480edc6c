import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { AsksFor, type Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { permissionsFor, type RevealField, type RevealPurpose } from '../domain/reveal.js';
import { FileParts } from './file-parts.js';

export type Reveal = { readonly fields: readonly RevealField[]; readonly purpose: RevealPurpose; /** In the reader's words. */ readonly reason: string };

export type Disability = { readonly category: number; readonly grade: number; readonly issuedOn: string | null; readonly validUntil: string | null };

/** Only what was asked for; null where the file has none. */
export type Revealed = {
  readonly citizenId?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly certificateNumber?: string | null;
  readonly disability?: Disability | null;
};

/** Opens masked values. The look is committed to the access log before a value is read: there is no value without its entry. */
@Injectable()
@AsksFor('files.reveal_disability')
export class RevealFields {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly parts: FileParts,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError access.forbidden for a field beyond the caller's permissions, files.file.not_found */
  async run(caller: Caller, id: string, { fields, purpose, reason }: Reveal): Promise<Revealed> {
    if (permissionsFor(fields).some((permission) => !caller.permissions.has(permission))) throw new DomainError('access.forbidden');
    await this.unitOfWork.run(async (tx) => {
      if ((await this.parts.people.find(tx, caller.scope, id)) === null) throw new DomainError('files.file.not_found');
      await this.audit.read(tx, caller, { subject: { kind: 'person', id }, fields, purpose, reason });
    });
    const [tx, scope] = [this.dataSource.manager, caller.scope];
    const contact = fields.includes('phone') || fields.includes('address') ? await this.parts.contacts.open(tx, scope, id) : null;
    const certificate = fields.includes('certificateNumber') || fields.includes('disability') ? await this.parts.certificates.open(tx, scope, id) : null;
    return {
      ...(fields.includes('citizenId') ? { citizenId: await this.parts.people.citizenId(tx, scope, id) } : {}),
      ...(fields.includes('phone') ? { phone: contact?.phone ?? null } : {}),
      ...(fields.includes('address') ? { address: contact?.address ?? null } : {}),
      ...(fields.includes('certificateNumber') ? { certificateNumber: certificate?.number ?? null } : {}),
      ...(fields.includes('disability') ? { disability: certificate && { category: certificate.category, grade: certificate.grade, issuedOn: certificate.issuedOn, validUntil: certificate.validUntil } } : {}),
    };
  }
}
