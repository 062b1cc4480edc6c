import { randomUUID } from 'node:crypto';
import type { FieldCipher } from '../../../platform/crypto/index.js';
import { copyValue } from '../../../platform/database/index.js';
import type { BlindIndexes } from '../../../platform/keys/index.js';

/** A contact as it is stored. */
export type SealedContact = { readonly id: string; readonly name: string | null; readonly phone: string | null; readonly a: string | null; readonly b: string | null };

const placeOf = (column: 'name' | 'phone', rowId: string) => ({ table: 'employer_contact', column, rowId });

/** Contacts go in and out of the database sealed. */
export class ContactSeals {
  constructor(private readonly cipher: FieldCipher, private readonly indexes: BlindIndexes) {}

  seal(name: string | null, phone: string | null): SealedContact {
    const id = randomUUID();
    const index = phone === null ? { a: null, b: null } : this.indexes.of('phone').columnsOf(phone);
    return { id, name: name === null ? null : this.cipher.seal(name, placeOf('name', id)), phone: phone === null ? null : this.cipher.seal(phone, placeOf('phone', id)), ...index };
  }

  openName(id: string, name: string | null): string | null {
    return name === null ? null : this.cipher.open(name, placeOf('name', id));
  }

  openPhone(id: string, phone: string | null): string | null {
    return phone === null ? null : this.cipher.open(phone, placeOf('phone', id));
  }

  isSame(known: { readonly contact_id: string | null; readonly name: string | null; readonly phone: string | null }, told: { readonly representative: string | null; readonly phone: string | null }): boolean {
    if (known.contact_id === null) return false;
    return this.openName(known.contact_id, known.name) === told.representative && this.openPhone(known.contact_id, known.phone) === told.phone;
  }

  /** The line of a staging table. */
  lineOf(employerId: string, { representative, phone }: { readonly representative: string | null; readonly phone: string | null }): string {
    const sealed = this.seal(representative, phone);
    return `${[sealed.id, employerId, sealed.name, sealed.phone, sealed.a, sealed.b].map(copyValue).join('\t')}\n`;
  }
}
