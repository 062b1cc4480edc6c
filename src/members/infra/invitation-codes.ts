import { createHash, randomBytes } from 'node:crypto';
import type { LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import type { RoleName } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import { CODE_LENGTH, readCode, writeCode } from '../domain/invitation-code.js';

/** An invitation as its code opens it. */
export type PromisedRole = {
  readonly id: string;
  readonly accountId: string | null;
  readonly displayName: string;
  readonly role: RoleName;
  readonly regionCode: RegionCode;
  readonly organisationId: string | null;
  readonly employerId: string | null;
  readonly invitedBy: string | null;
  readonly invitedVia: string | null;
  readonly validUntil: LocalDate | null;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

type Row = {
  id: string; account_id: string | null; display_name: string; role: RoleName; region_code: RegionCode; organisation_id: string | null; employer_id: string | null;
  invited_by: string | null; invited_via: string | null; valid_until: LocalDate | null; expires_at: Date; accepted_at: Date | null; withdrawn_at: Date | null;
};

/** Made once, shown once; only its digest is kept. It has 100 bits of chance, so nothing slower than SHA-256 is needed. */
export function makeCode(): { readonly code: string; readonly hash: Buffer } {
  const code = writeCode(randomBytes(CODE_LENGTH));
  return { code, hash: hashOf(code.replaceAll('-', '')) };
}

const hashOf = (signs: string): Buffer => createHash('sha256').update(`invitation ${signs}`).digest();

/** Whoever brings the code needs no scope: the code is the right. The row is kept until the transaction ends. */
export async function lockPromise(tx: Tx, typed: string): Promise<PromisedRole | null> {
  const signs = readCode(typed);
  if (signs === null) return null;
  const [row] = await tx.query(
    `SELECT id, account_id, display_name, role, region_code, organisation_id, employer_id, invited_by, invited_via, valid_until, expires_at, accepted_at, withdrawn_at
     FROM invitation WHERE code_hash = $1 FOR UPDATE`,
    [hashOf(signs)],
  ) as Row[];
  return row === undefined ? null : {
    id: row.id, accountId: row.account_id, displayName: row.display_name, role: row.role, regionCode: row.region_code, organisationId: row.organisation_id, employerId: row.employer_id,
    invitedBy: row.invited_by, invitedVia: row.invited_via, validUntil: row.valid_until, expiresAt: row.expires_at, acceptedAt: row.accepted_at, withdrawnAt: row.withdrawn_at,
  };
}

export async function markAccepted(tx: Tx, id: string, accountId: string, at: Date): Promise<void> {
  await tx.query('UPDATE invitation SET accepted_at = $2, accepted_by = $3 WHERE id = $1', [id, at, accountId]);
}

/** Whether the role in which somebody invited still holds. */
export async function stillHeld(tx: Tx, membershipId: string, today: LocalDate): Promise<boolean> {
  const rows = await tx.query('SELECT id FROM membership WHERE id = $1 AND ended_at IS NULL AND (valid_until IS NULL OR valid_until >= $2::date)', [membershipId, today]) as unknown[];
  return rows.length > 0;
}

/** What the command line has promised and nobody taken up, so that a second run leaves one code that works. */
export async function withdrawPromisedByCommand(tx: Tx, role: RoleName, at: Date): Promise<void> {
  await tx.query('UPDATE invitation SET withdrawn_at = $2 WHERE role = $1 AND invited_by IS NULL AND accepted_at IS NULL AND withdrawn_at IS NULL', [role, at]);
}
