import { Injectable } from '@nestjs/common';
import { toHalfWidth } from '../../../kernel/normalise.js';
import { maskContact } from '../../../members/index.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';
import { personScope } from '../../registry/index.js';
import type { PreferredContact } from '../domain/reveal.js';

export type ContactInClear = { readonly phone: string | null; readonly address: string | null; readonly preferred: PreferredContact };
/** 138****5678; of an address nothing but that there is one. */
export type ContactShown = { readonly phoneMasked: string | null; readonly hasAddress: boolean; readonly preferred: PreferredContact | null };

type Row = { person_id: string; phone: string | null; address: string | null; preferred: PreferredContact };

const sealedFor = (column: 'phone' | 'address', rowId: string) => ({ table: 'person_contact', column, rowId });

/** How people are reached. */
@Injectable()
export class ContactRepository {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly indexes: BlindIndexes,
  ) {}

  /** Of many people in one statement. */
  async shown(tx: Tx, scope: Scope, personIds: readonly string[]): Promise<ReadonlyMap<string, ContactShown>> {
    const rows = await this.rows(tx, scope, personIds);
    return new Map(rows.map((row) => [row.person_id, {
      phoneMasked: row.phone === null ? null : maskContact('phone', this.cipher.open(row.phone, sealedFor('phone', row.person_id))), hasAddress: row.address !== null, preferred: row.preferred,
    }]));
  }

  async open(tx: Tx, scope: Scope, personId: string): Promise<ContactInClear | null> {
    const [row] = await this.rows(tx, scope, [personId]);
    if (!row) return null;
    const opened = (column: 'phone' | 'address'): string | null => (row[column] === null ? null : this.cipher.open(row[column], sealedFor(column, personId)));
    return { phone: opened('phone'), address: opened('address'), preferred: row.preferred };
  }

  /** Writes or replaces it; the person was found in the scope. */
  async put(tx: Tx, _scope: Scope, personId: string, { phone, address, preferred }: ContactInClear): Promise<void> {
    const number = phone === null ? null : toHalfWidth(phone).trim();
    const { a, b } = number === null ? { a: null, b: null } : this.indexes.of('phone').columnsOf(number);
    await tx.query(
      `INSERT INTO person_contact (person_id, phone, phone_index_a, phone_index_b, address, preferred) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (person_id) DO UPDATE SET phone = $2, phone_index_a = $3, phone_index_b = $4, address = $5, preferred = $6`,
      [personId, number === null ? null : this.cipher.seal(number, sealedFor('phone', personId)), a, b, address === null ? null : this.cipher.seal(address, sealedFor('address', personId)), preferred],
    );
  }

  async remove(tx: Tx, scope: Scope, personId: string): Promise<void> {
    const params: unknown[] = [personId];
    await tx.query(`DELETE FROM person_contact AS c USING person AS p WHERE p.id = c.person_id AND p.id = $1 AND ${withinScope(scope, personScope, params)}`, params);
  }

  private async rows(tx: Tx, scope: Scope, personIds: readonly string[]): Promise<readonly Row[]> {
    const params: unknown[] = [personIds];
    return await tx.query(
      `SELECT c.person_id, c.phone, c.address, c.preferred FROM person_contact AS c JOIN person AS p ON p.id = c.person_id WHERE p.id = ANY ($1) AND ${withinScope(scope, personScope, params)}`, params,
    ) as Row[];
  }
}
