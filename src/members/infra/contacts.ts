import { Injectable } from '@nestjs/common';
import { toHalfWidth } from '../../kernel/normalise.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { BlindIndexes } from '../../platform/keys/index.js';

export type ContactKind = 'phone' | 'email';

export type Contact = {
  readonly kind: ContactKind;
  /** In clear: for a message that goes out, never for a list. */
  readonly value: string;
  /** 138****5678, z***@example.org */
  readonly masked: string;
  readonly verifiedAt: Date | null;
};

type Row = Readonly<Record<ContactKind, string | null>> & { readonly phone_verified_at: Date | null; readonly email_verified_at: Date | null };

const TABLE = 'account_contact';

/** What was typed as a way to reach somebody: with an @ an e-mail, else a telephone number; null for what is neither. */
export function contactKind(text: string): ContactKind | null {
  const plain = toHalfWidth(text).trim();
  if (plain.length > 254) return null;
  if (/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]+$/.test(plain)) return 'email';
  return /^\+?[\d\s().–-]{5,25}$/.test(plain) && plain.replace(/\D/g, '').length >= 5 ? 'phone' : null;
}

export function maskContact(kind: ContactKind, value: string): string {
  if (kind === 'email') return value.replace(/^(.).*(@.*)$/, '$1***$2');
  const digits = value.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** Phones and e-mails of accounts: sealed at rest, found by blind index (ADR 9). */
@Injectable()
export class Contacts {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly indexes: BlindIndexes,
  ) {}

  /** The account that has this contact; null also for text that is no contact. */
  async accountOf(tx: Tx, text: string): Promise<string | null> {
    const kind = contactKind(text);
    if (kind === null) return null;
    const candidates = this.indexes.of(kind).candidatesOf(text);
    const [row] = await tx.query(`SELECT account_id FROM ${TABLE} WHERE ${kind}_index_a = ANY ($1) OR ${kind}_index_b = ANY ($1) LIMIT 1`, [candidates]) as { account_id: string }[];
    return row?.account_id ?? null;
  }

  /** Writes or replaces the contact of its kind. The constraint answers where another account has it. */
  async put(tx: Tx, accountId: string, kind: ContactKind, text: string, verifiedAt: Date | null): Promise<void> {
    const value = toHalfWidth(text).trim();
    const sealed = this.cipher.seal(value, { table: TABLE, column: kind, rowId: accountId });
    const { a, b } = this.indexes.of(kind).columnsOf(value);
    await tx.query(
      `INSERT INTO ${TABLE} (account_id, ${kind}, ${kind}_index_a, ${kind}_index_b, ${kind}_verified_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id) DO UPDATE SET ${kind} = $2, ${kind}_index_a = $3, ${kind}_index_b = $4, ${kind}_verified_at = $5`,
      [accountId, sealed, a, b, verifiedAt],
    );
  }

  async of(tx: Tx, accountId: string): Promise<readonly Contact[]> {
    const [row] = await tx.query(`SELECT phone, phone_verified_at, email, email_verified_at FROM ${TABLE} WHERE account_id = $1`, [accountId]) as Row[];
    return (['phone', 'email'] as const).flatMap((kind) => {
      const sealed = row?.[kind] ?? null;
      if (!row || sealed === null) return [];
      const value = this.cipher.open(sealed, { table: TABLE, column: kind, rowId: accountId });
      return [{ kind, value, masked: maskContact(kind, value), verifiedAt: row[`${kind}_verified_at`] }];
    });
  }
}
