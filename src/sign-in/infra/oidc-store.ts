import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import type { Identity } from './oidc-provider.js';

export type OidcAttempt = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly next: string | null };

/** Single sign-ons under way, and the accounts that identities are linked to. */
@Injectable()
export class OidcStore {
  async begin(tx: Tx, cookie: Buffer, { state, nonce, verifier, next }: OidcAttempt, expiresAt: Date): Promise<void> {
    await tx.query('INSERT INTO oidc_attempt (cookie_digest, state, nonce, verifier, next, expires_at) VALUES ($1, $2, $3, $4, $5, $6)', [cookie, state, nonce, verifier, next, expiresAt]);
  }

  /** Once: the same address opened again finds nothing. */
  async take(tx: Tx, cookie: Buffer, now: Date): Promise<OidcAttempt | null> {
    const [rows] = await tx.query('DELETE FROM oidc_attempt WHERE cookie_digest = $1 AND expires_at > $2 RETURNING state, nonce, verifier, next', [cookie, now]) as [OidcAttempt[], number];
    return rows[0] ?? null;
  }

  async accountOf(tx: Tx, { issuer, subject }: Identity): Promise<string | null> {
    const [row] = await tx.query('SELECT account_id FROM oidc_identity WHERE issuer = $1 AND subject = $2', [issuer, subject]) as { account_id: string }[];
    return row?.account_id ?? null;
  }

  /** False where the identity belongs to an account already. */
  async link(tx: Tx, { issuer, subject }: Identity, accountId: string, now: Date): Promise<boolean> {
    const rows = await tx.query('INSERT INTO oidc_identity (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING subject', [issuer, subject, accountId, now]) as unknown[];
    return rows.length > 0;
  }
}
