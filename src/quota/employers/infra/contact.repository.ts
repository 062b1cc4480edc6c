import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';
import type { ContactRole } from '../domain/contact-roles.js';
import { ContactSeals } from './contact-seals.js';

/** In clear. */
export type EmployerContact = { readonly role: ContactRole; readonly name: string | null; readonly phone: string | null; readonly changedAt: Date };

type Row = { id: string; role: ContactRole; name: string | null; phone: string | null; changed_at: Date };

const ORDER = `array_position(ARRAY['legal_representative', 'personnel', 'finance', 'other'], role)`;

/** Whom to call. Whoever calls has found the employer in the scope. */
@Injectable()
export class ContactRepository {
  private readonly seals: ContactSeals;

  constructor(cipher: FieldCipher, indexes: BlindIndexes) {
    this.seals = new ContactSeals(cipher, indexes);
  }

  async list(tx: Tx, _scope: Scope, employerId: string): Promise<readonly EmployerContact[]> {
    const rows = await tx.query(`SELECT id, role, name, phone, changed_at FROM employer_contact WHERE employer_id = $1 ORDER BY ${ORDER}`, [employerId]) as Row[];
    return rows.map(({ id, role, name, phone, changed_at: changedAt }) => ({ role, name: this.seals.openName(id, name), phone: this.seals.openPhone(id, phone), changedAt }));
  }

  /** Takes the place of the one of this role. */
  async put(tx: Tx, _scope: Scope, employerId: string, { role, name, phone }: Pick<EmployerContact, 'role' | 'name' | 'phone'>, at: Date): Promise<void> {
    const sealed = this.seals.seal(name, phone);
    await tx.query(
      `INSERT INTO employer_contact (id, employer_id, role, name, phone, phone_index_a, phone_index_b, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (employer_id, role) DO UPDATE SET id = EXCLUDED.id, name = EXCLUDED.name, phone = EXCLUDED.phone, phone_index_a = EXCLUDED.phone_index_a, phone_index_b = EXCLUDED.phone_index_b, changed_at = EXCLUDED.changed_at`,
      [sealed.id, employerId, role, sealed.name, sealed.phone, sealed.a, sealed.b, at],
    );
  }

  /** @returns whether there was one */
  async remove(tx: Tx, _scope: Scope, employerId: string, role: ContactRole): Promise<boolean> {
    const [, removed] = await tx.query('DELETE FROM employer_contact WHERE employer_id = $1 AND role = $2', [employerId, role]) as [unknown, number];
    return removed === 1;
  }
}
