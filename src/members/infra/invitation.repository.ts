import type { LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import { withinScope, type RoleName, type Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

export type Invitation = {
  readonly id: string;
  readonly displayName: string;
  readonly role: RoleName;
  readonly regionCode: RegionCode;
  readonly organisationId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export type NewInvitation = Invitation & {
  readonly codeHash: Buffer;
  readonly accountId: string | null;
  readonly employerId: string | null;
  readonly invitedBy: string | null;
  readonly invitedVia: string | null;
  readonly validUntil: LocalDate | null;
};

type Row = { id: string; display_name: string; role: RoleName; region_code: RegionCode; organisation_id: string | null; created_at: Date; expires_at: Date };

const SCOPE = { region: 'i.region_code', employer: 'i.employer_id', person: 'i.account_id' } as const;
const OPEN = 'i.accepted_at IS NULL AND i.withdrawn_at IS NULL';

/** Invitations that nobody has taken up yet, as a scope shows them. */
export class InvitationRepository {
  /** The latest first, after the one given; at most `limit`. Those that ran out are told as such by their `expiresAt`. */
  async open(tx: Tx, scope: Scope, roles: ReadonlySet<RoleName>, after: readonly [Date, string] | null, limit: number): Promise<readonly Invitation[]> {
    const params: unknown[] = [limit, [...roles]];
    const conditions = [OPEN, 'i.role = ANY ($2)', withinScope(scope, SCOPE, params)];
    if (after !== null) conditions.push(`(i.created_at, i.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(
      `SELECT i.id, i.display_name, i.role, i.region_code, i.organisation_id, i.created_at, i.expires_at FROM invitation AS i WHERE ${conditions.join(' AND ')} ORDER BY i.created_at DESC, i.id DESC LIMIT $1`,
      params,
    ) as Row[];
    return rows.map(({ id, display_name, role, region_code, organisation_id, created_at, expires_at }) => ({ id, displayName: display_name, role, regionCode: region_code, organisationId: organisation_id, createdAt: created_at, expiresAt: expires_at }));
  }

  async isOpen(tx: Tx, scope: Scope, roles: ReadonlySet<RoleName>, id: string): Promise<boolean> {
    const params: unknown[] = [id, [...roles]];
    const rows = await tx.query(`SELECT i.id FROM invitation AS i WHERE i.id = $1 AND i.role = ANY ($2) AND ${OPEN} AND ${withinScope(scope, SCOPE, params)}`, params) as unknown[];
    return rows.length > 0;
  }

  /** The command line and `Granting` have judged the place; `scope` is the inviter's. */
  async add(tx: Tx, _scope: Scope, n: NewInvitation): Promise<void> {
    await tx.query(
      `INSERT INTO invitation (id, code_hash, account_id, display_name, role, region_code, organisation_id, employer_id, invited_by, invited_via, valid_until, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [n.id, n.codeHash, n.accountId, n.displayName, n.role, n.regionCode, n.organisationId, n.employerId, n.invitedBy, n.invitedVia, n.validUntil, n.createdAt, n.expiresAt],
    );
  }

  /** @returns false where there was no open one */
  async withdraw(tx: Tx, scope: Scope, roles: ReadonlySet<RoleName>, id: string, at: Date): Promise<boolean> {
    const params: unknown[] = [id, [...roles], at];
    const [, count] = await tx.query(`UPDATE invitation AS i SET withdrawn_at = $3 WHERE i.id = $1 AND i.role = ANY ($2) AND ${OPEN} AND ${withinScope(scope, SCOPE, params)}`, params) as [unknown, number];
    return count > 0;
  }
}
