import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

/** Password hashes by account. */
@Injectable()
export class CredentialStore {
  /** Null for an account without a password, such as one that signs in with an office's codes. */
  async hashOf(tx: Tx, accountId: string): Promise<string | null> {
    const [row] = await tx.query('SELECT password_hash FROM credential WHERE account_id = $1', [accountId]) as { password_hash: string }[];
    return row?.password_hash ?? null;
  }

  async put(tx: Tx, accountId: string, hash: string, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO credential (account_id, password_hash, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [accountId, hash, now],
    );
  }

  /** The same password under today's costs; nothing where it was changed meanwhile. */
  async replaceHash(tx: Tx, accountId: string, before: string, after: string): Promise<void> {
    await tx.query('UPDATE credential SET password_hash = $3 WHERE account_id = $1 AND password_hash = $2', [accountId, before, after]);
  }
}
