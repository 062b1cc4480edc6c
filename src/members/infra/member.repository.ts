import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../kernel/local-date.js';
import { withinScope, type RoleName, type Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { GuardianshipBasis } from '../domain/guardianship.js';

/** A role of a member, as a list shows it. */
export type MemberRole = {
  readonly membershipId: string;
  readonly role: RoleName;
  readonly regionCode: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Whom a guardian acts for; null in every other role. */
  readonly wardAccountId: string | null;
};

export type Member = { readonly accountId: string; readonly displayName: string; readonly status: string; readonly createdAt: Date; readonly roles: readonly MemberRole[] };

export type MemberFilter = { readonly organisationId?: string | undefined; readonly role?: RoleName | undefined; readonly displayName?: string | undefined };

export type HeldMembership = {
  readonly id: string;
  readonly accountId: string;
  readonly role: RoleName;
  readonly regionCode: string;
  readonly organisationId: string | null;
  readonly employerId: string | null;
};

/** Who acts for a ward, as long as the role lasts. */
export type Guardian = { readonly accountId: string; readonly displayName: string; readonly membershipId: string; readonly basis: GuardianshipBasis | null; readonly validUntil: string | null };

export type NewGuardianship = { readonly guardianAccountId: string; readonly wardAccountId: string; readonly membershipId: string; readonly basis: GuardianshipBasis };

type Row = { account_id: string; display_name: string; status: string; created_at: Date; roles: readonly MemberRole[] };
type HeldRow = { id: string; account_id: string; role: RoleName; region_code: string; organisation_id: string | null; employer_id: string | null };

const SCOPE = { region: 'm.region_code', employer: 'm.employer_id', person: 'm.account_id' } as const;

/** The roles that the caller may see at all: that somebody is a jobseeker here is no business of an administrator. */
export type SeenRoles = { readonly roles: ReadonlySet<RoleName>; readonly today: LocalDate };

/** Members as a scope shows them: only those with a role inside it that has not ended, and of their roles only these. */
export class MemberRepository {
  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, seen: SeenRoles, filter: MemberFilter, after: readonly [Date, string] | null, limit: number): Promise<readonly Member[]> {
    const params: unknown[] = [[...seen.roles], seen.today, limit];
    const conditions = [SEEN, withinScope(scope, SCOPE, params)];
    if (filter.organisationId !== undefined) conditions.push(`m.organisation_id = $${params.push(filter.organisationId)}`);
    if (filter.role !== undefined) conditions.push(`m.role = $${params.push(filter.role)}`);
    if (filter.displayName !== undefined) conditions.push(`a.display_name = $${params.push(filter.displayName)}`);
    if (after !== null) conditions.push(`(a.created_at, a.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`${SELECT} WHERE ${conditions.join(' AND ')} ${GROUP} ORDER BY a.created_at DESC, a.id DESC LIMIT $3`, params) as Row[];
    return rows.map(fromRow);
  }

  async find(tx: Tx, scope: Scope, seen: SeenRoles, accountId: string): Promise<Member | null> {
    const params: unknown[] = [[...seen.roles], seen.today, accountId];
    const [row] = await tx.query(`${SELECT} WHERE a.id = $3 AND ${SEEN} AND ${withinScope(scope, SCOPE, params)} ${GROUP}`, params) as Row[];
    return row ? fromRow(row) : null;
  }

  /** A live role, kept until the transaction ends. */
  async lockMembership(tx: Tx, scope: Scope, seen: SeenRoles, accountId: string, membershipId: string): Promise<HeldMembership | null> {
    const params: unknown[] = [[...seen.roles], seen.today, membershipId, accountId];
    const [row] = await tx.query(
      `SELECT m.id, m.account_id, m.role, m.region_code, m.organisation_id, m.employer_id FROM membership AS m
       WHERE m.id = $3 AND m.account_id = $4 AND ${SEEN} AND ${withinScope(scope, SCOPE, params)} FOR UPDATE`,
      params,
    ) as HeldRow[];
    return row ? { id: row.id, accountId: row.account_id, role: row.role, regionCode: row.region_code, organisationId: row.organisation_id, employerId: row.employer_id } : null;
  }

  /** The ward was found in this scope; the membership says until when. */
  async addGuardianship(tx: Tx, _scope: Scope, { guardianAccountId, wardAccountId, membershipId, basis }: NewGuardianship): Promise<void> {
    await tx.query(
      `INSERT INTO guardianship (id, guardian_account_id, ward_account_id, membership_id, basis, created_at)
       SELECT $1, $2, $3, m.id, $5, m.created_at FROM membership AS m WHERE m.id = $4`,
      [randomUUID(), guardianAccountId, wardAccountId, membershipId, basis],
    );
  }

  /** Of a ward whom the scope shows, the longest first. */
  async guardiansOf(tx: Tx, scope: Scope, seen: SeenRoles, wardAccountId: string): Promise<readonly Guardian[]> {
    const params: unknown[] = [[...seen.roles], seen.today, wardAccountId];
    return await tx.query(
      `SELECT a.id AS "accountId", a.display_name AS "displayName", m.id AS "membershipId", g.basis, m.valid_until AS "validUntil"
       FROM membership AS m JOIN account AS a ON a.id = m.account_id LEFT JOIN guardianship AS g ON g.membership_id = m.id
       WHERE m.ward_account_id = $3 AND ${SEEN} AND ${withinScope(scope, SCOPE, params)} ORDER BY m.created_at, m.id`,
      params,
    ) as Guardian[];
  }

  /** Ends a role; what was promised in it and not yet taken up ends with it. */
  async end(tx: Tx, scope: Scope, membershipId: string, by: string | null, at: Date): Promise<void> {
    const params: unknown[] = [membershipId, by, at];
    await tx.query(`UPDATE membership AS m SET ended_at = $3, ended_by = $2 WHERE m.id = $1 AND m.ended_at IS NULL AND ${withinScope(scope, SCOPE, params)}`, params);
    await tx.query('UPDATE invitation SET withdrawn_at = $2 WHERE invited_via = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL', [membershipId, at]);
  }
}

const SEEN = 'm.ended_at IS NULL AND (m.valid_until IS NULL OR m.valid_until >= $2::date) AND m.role = ANY ($1)';

const SELECT = `
  SELECT a.id AS account_id, a.display_name, a.status, a.created_at, json_agg(json_build_object(
    'membershipId', m.id, 'role', m.role, 'regionCode', m.region_code, 'organisationId', m.organisation_id, 'organisationName', o.name,
    'validFrom', m.valid_from, 'validUntil', m.valid_until, 'wardAccountId', m.ward_account_id) ORDER BY m.created_at, m.id) AS roles
  FROM account AS a JOIN membership AS m ON m.account_id = a.id LEFT JOIN organisation AS o ON o.id = m.organisation_id`;
const GROUP = 'GROUP BY a.id';

const fromRow = ({ account_id, display_name, status, created_at, roles }: Row): Member => ({ accountId: account_id, displayName: display_name, status, createdAt: created_at, roles });
