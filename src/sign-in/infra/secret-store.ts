import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

export type SecretPurpose = 'office_code' | 'password_reset' | 'address_change';

export type StoredSecret = { readonly id: string; readonly accountId: string; readonly detail: string | null; readonly issuedBy: string | null };
export type NewSecret = {
  readonly purpose: SecretPurpose;
  /** Null for an account that does not exist. */
  readonly accountId: string | null;
  readonly digest: string | null;
  readonly issuedBy: string | null;
  readonly expiresAt: Date;
};

type Row = { id: string; account_id: string; detail: string | null; issued_by: string | null };

/** What may be shown once, by its digest. */
@Injectable()
export class SecretStore {
  /** Puts a secret; earlier ones of the account for the same purpose end. */
  async put(tx: Tx, { purpose, accountId, digest, issuedBy, expiresAt }: NewSecret): Promise<string> {
    const id = randomUUID();
    if (accountId !== null) await this.end(tx, accountId, purpose);
    await tx.query('INSERT INTO one_time_secret (id, purpose, account_id, digest, issued_by, expires_at) VALUES ($1, $2, $3, $4, $5, $6)', [id, purpose, accountId, digest, issuedBy, expiresAt]);
    return id;
  }

  /** Ends what the account has of a purpose and has not used. */
  async end(tx: Tx, accountId: string, purpose: SecretPurpose): Promise<void> {
    await tx.query('DELETE FROM one_time_secret WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL', [accountId, purpose]);
  }

  async setDetail(tx: Tx, id: string, detail: string): Promise<void> {
    await tx.query('UPDATE one_time_secret SET detail = $2 WHERE id = $1', [id, detail]);
  }

  /** Gives a secret its token, when the message with it is written; null where it is gone, used or nobody's. */
  async arm(tx: Tx, id: string, digest: string, now: Date): Promise<StoredSecret | null> {
    const [rows] = await tx.query(
      'UPDATE one_time_secret SET digest = $2 WHERE id = $1 AND account_id IS NOT NULL AND used_at IS NULL AND expires_at > $3 RETURNING id, account_id, detail, issued_by', [id, digest, now],
    ) as [Row[], number];
    return rows[0] ? toSecret(rows[0]) : null;
  }

  /** A secret that still holds, without using it. */
  async find(tx: Tx, purpose: SecretPurpose, digests: readonly string[], now: Date): Promise<StoredSecret | null> {
    const [row] = await tx.query(
      'SELECT id, account_id, detail, issued_by FROM one_time_secret WHERE purpose = $1 AND digest = ANY($2) AND account_id IS NOT NULL AND used_at IS NULL AND expires_at > $3', [purpose, digests, now],
    ) as Row[];
    return row ? toSecret(row) : null;
  }

  /** Uses it up: `used` where it was before, `unknown` where there is none or its time is over. Of two at once one gets it. */
  async take(tx: Tx, purpose: SecretPurpose, digests: readonly string[], now: Date): Promise<StoredSecret | 'used' | 'unknown'> {
    const [rows] = await tx.query(
      `UPDATE one_time_secret SET used_at = $3 WHERE purpose = $1 AND digest = ANY($2) AND account_id IS NOT NULL AND used_at IS NULL AND expires_at > $3
       RETURNING id, account_id, detail, issued_by`, [purpose, digests, now],
    ) as [Row[], number];
    if (rows[0]) return toSecret(rows[0]);
    const used = await tx.query('SELECT FROM one_time_secret WHERE purpose = $1 AND digest = ANY($2) AND used_at IS NOT NULL', [purpose, digests]) as unknown[];
    return used.length > 0 ? 'used' : 'unknown';
  }
}

const toSecret = (row: Row): StoredSecret => ({ id: row.id, accountId: row.account_id, detail: row.detail, issuedBy: row.issued_by });
