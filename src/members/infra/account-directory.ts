import type { LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import type { Language } from '../../kernel/texts.js';
import type { RoleName } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { AccountStatus } from '../domain/account-status.js';

export type Account = {
  readonly id: string;
  readonly displayName: string;
  readonly language: Language;
  /** Words of the display settings, as in their cookie. */
  readonly display: string;
  readonly status: AccountStatus;
  readonly version: number;
};

export type Membership = {
  readonly id: string;
  readonly accountId: string;
  readonly role: RoleName;
  readonly regionCode: RegionCode;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  /** The employer that the role is held for; where that one was merged, the one that goes on. */
  readonly employerId: string | null;
  /** The other employers that stand as one with it. */
  readonly merged: readonly string[];
  readonly wardAccountId: string | null;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | null;
};

export type NewMembership = Omit<Membership, 'id' | 'organisationName' | 'merged'> & { readonly id: string; readonly grantedBy: string | null };

type AccountRow = { id: string; display_name: string; language: Language; display: string; status: AccountStatus; version: number };
type MembershipRow = {
  id: string; account_id: string; role: RoleName; region_code: RegionCode; organisation_id: string | null; organisation_name: string | null;
  employer_id: string | null; merged: readonly string[]; ward_account_id: string | null; valid_from: LocalDate; valid_until: LocalDate | null;
};

/**
 * What is asked before there is a caller, or of the whole country whoever asks: who signs in, in which roles, and whether a
 * duty is free. The only part of the room without a scope; test/architecture holds who may use it.
 */
export const accountDirectory = {
  async find(tx: Tx, id: string): Promise<Account | null> {
    return oneAccount(tx, id, '');
  },

  /** Kept until the transaction ends: two grants to one account come one after the other. */
  async lock(tx: Tx, id: string): Promise<Account | null> {
    return oneAccount(tx, id, 'FOR UPDATE');
  },

  async names(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query('SELECT id, display_name FROM account WHERE id = ANY ($1)', [ids]) as { id: string; display_name: string }[];
    return new Map(rows.map((row) => [row.id, row.display_name]));
  },

  async add(tx: Tx, account: Pick<Account, 'id' | 'displayName' | 'language'>, at: Date): Promise<void> {
    await tx.query('INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, $3, $4)', [account.id, account.displayName, account.language, at]);
  },

  async change(tx: Tx, { id, displayName, language, display }: Pick<Account, 'id' | 'displayName' | 'language' | 'display'>): Promise<void> {
    await tx.query('UPDATE account SET display_name = $2, language = $3, display = $4, version = version + 1 WHERE id = $1', [id, displayName, language, display]);
  },

  async setStatus(tx: Tx, id: string, status: AccountStatus): Promise<void> {
    await tx.query('UPDATE account SET status = $2, version = version + 1 WHERE id = $1', [id, status]);
  },

  /** Roles of the day, the oldest first. */
  memberships(tx: Tx, accountId: string, today: LocalDate): Promise<readonly Membership[]> {
    return memberships(tx, 'm.account_id = $1 AND m.ended_at IS NULL AND m.valid_from <= $2::date AND (m.valid_until IS NULL OR m.valid_until >= $2::date)', [accountId, today]);
  },

  /** Who is in one of these roles today for the region or one above it, those of the region itself first. */
  inChargeOf(tx: Tx, roles: readonly RoleName[], chain: readonly RegionCode[], today: LocalDate): Promise<readonly Membership[]> {
    return memberships(tx, `m.role = ANY ($1) AND m.region_code = ANY ($2) AND ${OF_TODAY('$3')}`, [roles, chain, today]);
  },

  clerksOf(tx: Tx, employerId: string, today: LocalDate): Promise<readonly Membership[]> {
    return memberships(tx, `m.employer_id = ANY ((SELECT ids FROM employer_as_one WHERE id = $1)::uuid[] || $1::uuid) AND ${OF_TODAY('$2')}`, [employerId, today]);
  },

  /** Roles of today and those that begin later: a duty of next month conflicts already. */
  rolesToCome(tx: Tx, accountId: string, today: LocalDate): Promise<readonly Membership[]> {
    return memberships(tx, 'm.account_id = $1 AND m.ended_at IS NULL AND (m.valid_until IS NULL OR m.valid_until >= $2::date)', [accountId, today]);
  },

  /** A role whose last day is over is marked as ended, so that the constraints on live roles do not see it. */
  async closeExpired(tx: Tx, accountId: string, today: LocalDate, at: Date): Promise<void> {
    await tx.query('UPDATE membership SET ended_at = $3 WHERE account_id = $1 AND ended_at IS NULL AND valid_until < $2::date', [accountId, today, at]);
  },

  async addMembership(tx: Tx, m: NewMembership, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO membership (id, account_id, organisation_id, role, region_code, employer_id, ward_account_id, granted_by, valid_from, valid_until, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [m.id, m.accountId, m.organisationId, m.role, m.regionCode, m.employerId, m.wardAccountId, m.grantedBy, m.validFrom, m.validUntil, at],
    );
  },

  /**
   * Administrators of today whose account is open, all of the country; whoever asks has them to itself until the
   * transaction ends, so that two who leave at once cannot both count on the other.
   */
  async administrators(tx: Tx, today: LocalDate): Promise<readonly Membership[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('members.administrators'))`);
    return memberships(
      tx,
      `m.role = 'administrator' AND m.ended_at IS NULL AND m.valid_from <= $1::date AND (m.valid_until IS NULL OR m.valid_until >= $1::date)
         AND EXISTS (SELECT FROM account AS a WHERE a.id = m.account_id AND a.status = 'active')`,
      [today],
    );
  },
} as const;

const OF_TODAY = (day: string): string => `m.ended_at IS NULL AND m.valid_from <= ${day}::date AND (m.valid_until IS NULL OR m.valid_until >= ${day}::date)`;

async function oneAccount(tx: Tx, id: string, locking: string): Promise<Account | null> {
  const [row] = await tx.query(`SELECT id, display_name, language, display, status, version FROM account WHERE id = $1 ${locking}`, [id]) as AccountRow[];
  return row ? { id: row.id, displayName: row.display_name, language: row.language, display: row.display, status: row.status, version: row.version } : null;
}

async function memberships(tx: Tx, condition: string, params: unknown[]): Promise<readonly Membership[]> {
  const rows = await tx.query(
    `SELECT m.id, m.account_id, m.role, m.region_code, m.organisation_id, o.name AS organisation_name, coalesce(one.goes_on, m.employer_id) AS employer_id, coalesce(array_remove(one.ids, one.goes_on), '{}') AS merged, m.ward_account_id, m.valid_from, m.valid_until
     FROM membership AS m LEFT JOIN organisation AS o ON o.id = m.organisation_id LEFT JOIN employer_as_one AS one ON one.id = m.employer_id WHERE ${condition} ORDER BY m.created_at, m.id`,
    params,
  ) as MembershipRow[];
  return rows.map((row) => ({
    id: row.id, accountId: row.account_id, role: row.role, regionCode: row.region_code, organisationId: row.organisation_id, organisationName: row.organisation_name,
    employerId: row.employer_id, merged: row.merged, wardAccountId: row.ward_account_id, validFrom: row.valid_from, validUntil: row.valid_until,
  }));
}
