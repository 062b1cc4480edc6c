import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
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

type Claim = { readonly account_id: string; readonly confirmed: boolean };

const TABLE = 'account_contact';

/** Each of them costs a sign-in one hash. */
const MOST_CLAIMANTS = 3;

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

  /** The account that has confirmed this contact; null also for text that is no contact. */
  async ownerOf(tx: Tx, text: string): Promise<string | null> {
    const [first] = await this.claims(tx, text);
    return first?.confirmed ? first.account_id : null;
  }

  /**
   * Whoever signs in with this contact: the account that has confirmed it, or else those that merely say that it is theirs, the
   * latest first and not more than a few. A claim keeps nobody out and gives nothing but a name to sign in with.
   */
  async claimantsOf(tx: Tx, text: string): Promise<readonly string[]> {
    const claims = await this.claims(tx, text);
    return (claims[0]?.confirmed ? claims.slice(0, 1) : claims).map(({ account_id }) => account_id);
  }

  /**
   * Writes or replaces the contact of its kind. Once it is confirmed the claims of others to it lapse.
   * @returns how many did
   * @throws DomainError members.contact.already_used where another account has confirmed it; of two at once the constraint says so
   */
  async put(tx: Tx, accountId: string, kind: ContactKind, text: string, verifiedAt: Date | null): Promise<number> {
    const value = toHalfWidth(text).trim();
    const owner = await this.ownerOf(tx, value);
    if (owner !== null && owner !== accountId) throw new DomainError('members.contact.already_used');
    const sealed = this.cipher.seal(value, { table: TABLE, column: kind, rowId: accountId });
    const { a, b } = this.indexes.of(kind).columnsOf(value);
    await tx.query(
      `INSERT INTO ${TABLE} (account_id, ${kind}, ${kind}_index_a, ${kind}_index_b, ${kind}_verified_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id) DO UPDATE SET ${kind} = $2, ${kind}_index_a = $3, ${kind}_index_b = $4, ${kind}_verified_at = $5`,
      [accountId, sealed, a, b, verifiedAt],
    );
    if (verifiedAt === null) return 0;
    const [, lapsed] = await tx.query(
      `UPDATE ${TABLE} SET ${kind} = NULL, ${kind}_index_a = NULL, ${kind}_index_b = NULL
       WHERE account_id <> $1 AND ${kind}_verified_at IS NULL AND (${kind}_index_a = ANY ($2) OR ${kind}_index_b = ANY ($2))`,
      [accountId, this.indexes.of(kind).candidatesOf(value)],
    ) as [unknown, number];
    return lapsed;
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

  private async claims(tx: Tx, text: string): Promise<readonly Claim[]> {
    const kind = contactKind(text);
    if (kind === null) return [];
    return await tx.query(
      `SELECT c.account_id, c.${kind}_verified_at IS NOT NULL AS confirmed FROM ${TABLE} AS c JOIN account AS a ON a.id = c.account_id
       WHERE c.${kind}_index_a = ANY ($1) OR c.${kind}_index_b = ANY ($1) ORDER BY confirmed DESC, a.created_at DESC, a.id LIMIT ${MOST_CLAIMANTS}`,
      [this.indexes.of(kind).candidatesOf(text)],
    ) as Claim[];
  }
}
