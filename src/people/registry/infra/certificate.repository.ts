import { Injectable } from '@nestjs/common';
import { maskDisabilityCertificate, type DisabilityCertificate } from '../../../kernel/ids/disability-certificate.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';
import { personScope } from './person.repository.js';

/** What the certificate says. For whoever holds the permission and has given a reason, or for the person. */
export type CertificateFact = {
  readonly number: string;
  readonly category: number;
  readonly grade: number;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
};

type Row = { number: string; category: number; grade: number; issued_on: string | null; valid_until: string | null };

const sealedFor = (rowId: string) => ({ table: 'disability_certificate', column: 'number', rowId });

/** Disability detail, in its own table with its own permission. */
@Injectable()
export class CertificateRepository {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly indexes: BlindIndexes,
  ) {}

  /** 999*****************: the last two signs are the diagnosis and are never shown (law.md §9.4). Null without one. */
  async masked(tx: Tx, scope: Scope, personId: string): Promise<string | null> {
    const row = await this.row(tx, scope, personId);
    return row === null ? null : maskDisabilityCertificate(this.cipher.open(row.number, sealedFor(personId)));
  }

  async open(tx: Tx, scope: Scope, personId: string): Promise<CertificateFact | null> {
    const row = await this.row(tx, scope, personId);
    return row === null ? null : { number: this.cipher.open(row.number, sealedFor(personId)), category: row.category, grade: row.grade, issuedOn: row.issued_on, validUntil: row.valid_until };
  }

  /** Writes or replaces it; the person was found in the scope. */
  async put(tx: Tx, _scope: Scope, personId: string, certificate: DisabilityCertificate, issuedOn: string | null, validUntil: string | null): Promise<void> {
    const { a, b } = this.indexes.of('certificate').columnsOf(certificate.text);
    await tx.query(
      `INSERT INTO disability_certificate (person_id, number, number_index_a, number_index_b, category, grade, issued_on, valid_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (person_id) DO UPDATE SET number = $2, number_index_a = $3, number_index_b = $4, category = $5, grade = $6, issued_on = $7, valid_until = $8`,
      [personId, this.cipher.seal(certificate.text, sealedFor(personId)), a, b, certificate.category, certificate.grade, issuedOn, validUntil],
    );
  }

  private async row(tx: Tx, scope: Scope, personId: string): Promise<Row | null> {
    const params: unknown[] = [personId];
    const [row] = await tx.query(
      `SELECT d.number, d.category, d.grade, d.issued_on, d.valid_until FROM disability_certificate AS d JOIN person AS p ON p.id = d.person_id
       WHERE p.id = $1 AND ${withinScope(scope, personScope, params)}`, params,
    ) as Row[];
    return row ?? null;
  }
}
