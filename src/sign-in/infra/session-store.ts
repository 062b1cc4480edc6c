import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { newToken } from './token.js';

export type SessionKind = 'cookie' | 'bearer';
export type SignInMethod = 'password' | 'office_code' | 'single_sign_on';

export type StoredSession = {
  readonly id: string;
  readonly accountId: string;
  readonly membershipId: string | null;
  readonly kind: SessionKind;
  readonly method: SignInMethod;
  readonly device: string;
  readonly openedAt: Date;
  readonly seenAt: Date;
  readonly revokedAt: Date | null;
};

export type NewSession = Pick<StoredSession, 'accountId' | 'membershipId' | 'kind' | 'method' | 'device'>;

type Row = {
  id: string; account_id: string; membership_id: string | null; kind: SessionKind; method: SignInMethod; device: string;
  opened_at: Date; seen_at: Date; revoked_at: Date | null;
};

const COLUMNS = 'id, account_id, membership_id, kind, method, device, opened_at, seen_at, revoked_at';
/** More at once is no use to a person and a load on us: the oldest makes room. */
const MOST_OF_ONE_ACCOUNT = 20;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Sessions by the digest of their token. What belongs to one account is asked for with that account. */
@Injectable()
export class SessionStore {
  async open(tx: Tx, { accountId, membershipId, kind, method, device }: NewSession, now: Date): Promise<{ readonly id: string; readonly token: string }> {
    const id = randomUUID();
    const token = newToken('zjs');
    // The update sees the sessions as they were before this one.
    await tx.query(
      `WITH opened AS (INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8))
       UPDATE session SET revoked_at = $8 WHERE account_id = $3 AND revoked_at IS NULL
         AND id NOT IN (SELECT id FROM session WHERE account_id = $3 AND revoked_at IS NULL ORDER BY seen_at DESC, id LIMIT ${MOST_OF_ONE_ACCOUNT - 1})`,
      [id, token.digest, accountId, membershipId, kind, method, device, now],
    );
    return { id, token: token.clear };
  }

  async byToken(tx: Tx, digest: Buffer): Promise<StoredSession | null> {
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM session WHERE token_digest = $1`, [digest]) as Row[];
    return row ? toSession(row) : null;
  }

  /** Not revoked; the caller leaves out those whose time is over. Newest first. */
  async ofAccount(tx: Tx, accountId: string): Promise<readonly StoredSession[]> {
    const rows = await tx.query(`SELECT ${COLUMNS} FROM session WHERE account_id = $1 AND revoked_at IS NULL ORDER BY seen_at DESC, id`, [accountId]) as Row[];
    return rows.map(toSession);
  }

  /** Notes a call; of several at once one writes. */
  async note(tx: Tx, id: string, seenAt: Date, now: Date): Promise<void> {
    await tx.query('UPDATE session SET seen_at = $3 WHERE id = $1 AND seen_at = $2', [id, seenAt, now]);
  }

  async actIn(tx: Tx, id: string, membershipId: string): Promise<void> {
    await tx.query('UPDATE session SET membership_id = $2 WHERE id = $1', [id, membershipId]);
  }

  /** False where the account has no such session. */
  async revoke(tx: Tx, accountId: string, id: string, now: Date): Promise<boolean> {
    if (!UUID.test(id)) return false;
    const [, count] = await tx.query('UPDATE session SET revoked_at = $3 WHERE id = $2 AND account_id = $1 AND revoked_at IS NULL', [accountId, id, now]) as [unknown, number];
    return count === 1;
  }

  /** All of an account, but the one that is kept. @returns how many */
  async revokeOthers(tx: Tx, accountId: string, kept: string | null, now: Date): Promise<number> {
    const [, count] = await tx.query('UPDATE session SET revoked_at = $3 WHERE account_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $2', [accountId, kept, now]) as [unknown, number];
    return count;
  }
}

const toSession = (row: Row): StoredSession => ({
  id: row.id, accountId: row.account_id, membershipId: row.membership_id, kind: row.kind, method: row.method, device: row.device,
  openedAt: row.opened_at, seenAt: row.seen_at, revokedAt: row.revoked_at,
});
