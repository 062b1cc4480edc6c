import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldCipher, type FieldContext } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { CODE_ALPHABET, RECOVERY_CODE_LENGTH } from '../domain/typed-codes.js';
import { tokenDigest } from './token.js';

export type TotpDevice = { readonly secret: string; readonly confirmed: boolean; readonly lastStep: number | null };

const RECOVERY_CODES = 10;

const place = (accountId: string): FieldContext => ({ table: 'totp_device', column: 'secret', rowId: accountId });

/** Authenticators and recovery codes by account. */
@Injectable()
export class SecondFactorStore {
  constructor(private readonly cipher: FieldCipher) {}

  async device(tx: Tx, accountId: string): Promise<TotpDevice | null> {
    const [row] = await tx.query('SELECT secret, confirmed_at, last_step FROM totp_device WHERE account_id = $1', [accountId]) as { secret: string; confirmed_at: Date | null; last_step: string | null }[];
    if (!row) return null;
    return { secret: this.cipher.open(row.secret, place(accountId)), confirmed: row.confirmed_at !== null, lastStep: row.last_step === null ? null : Number(row.last_step) };
  }

  async hasConfirmedDevice(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query('SELECT FROM totp_device WHERE account_id = $1 AND confirmed_at IS NOT NULL', [accountId]) as unknown[];
    return rows.length > 0;
  }

  /** Puts a device that is not confirmed yet, in place of whatever was there. */
  async put(tx: Tx, accountId: string, secret: string, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO totp_device (account_id, secret, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at, confirmed_at = NULL, last_step = NULL`,
      [accountId, this.cipher.seal(secret, place(accountId)), now],
    );
  }

  async confirm(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query('UPDATE totp_device SET confirmed_at = $2 WHERE account_id = $1', [accountId, now]);
  }

  /** Takes the code of a step; false where one of this step or a later one was taken before. Of two at once one gets through. */
  async takeStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
    const [, count] = await tx.query('UPDATE totp_device SET last_step = $2 WHERE account_id = $1 AND (last_step IS NULL OR last_step < $2)', [accountId, step]) as [unknown, number];
    return count === 1;
  }

  async remove(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM totp_device WHERE account_id = $1', [accountId]);
    await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
  }

  /** New recovery codes in place of the old ones; @returns them, to be shown this once */
  async renewRecoveryCodes(tx: Tx, accountId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
    const rows = codes.map((_, index) => `($${index * 2 + 2}, $1, $${index * 2 + 3})`).join(', ');
    await tx.query(`INSERT INTO recovery_code (id, account_id, digest) VALUES ${rows}`, [accountId, ...codes.flatMap((code) => [randomUUID(), tokenDigest(code)])]);
    return codes;
  }

  /** Uses up a recovery code: `taken`, `used` (it was used before), `unknown`. */
  async takeRecoveryCode(tx: Tx, accountId: string, code: string, now: Date): Promise<'taken' | 'used' | 'unknown'> {
    const digest = tokenDigest(code);
    const [, count] = await tx.query('UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND digest = $2 AND used_at IS NULL', [accountId, digest, now]) as [unknown, number];
    if (count === 1) return 'taken';
    const rows = await tx.query('SELECT FROM recovery_code WHERE account_id = $1 AND digest = $2', [accountId, digest]) as unknown[];
    return rows.length > 0 ? 'used' : 'unknown';
  }

  async recoveryCodesLeft(tx: Tx, accountId: string): Promise<number> {
    const [row] = await tx.query('SELECT count(*)::int AS left FROM recovery_code WHERE account_id = $1 AND used_at IS NULL', [accountId]) as { left: number }[];
    return row?.left ?? 0;
  }
}

const newRecoveryCode = (): string => Array.from({ length: RECOVERY_CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
