import { regionCovers, regionPrefix, type RegionCode } from '../../kernel/region-code.js';
import { err, ok, type Result } from '../../kernel/result.js';

/** Who gives or takes a role. */
export type Granter = {
  readonly accountId: string;
  /** Roles that it may give, of config/permissions.yaml. */
  readonly grants: ReadonlySet<string>;
  /** Beginning of the region codes in its scope; null for a granter whose scope is no region. */
  readonly prefix: string | null;
  /** The employers that it acts for, more than one after a merging; null for everybody else. */
  readonly employers: readonly string[] | null;
};

/** What is given: a role in a place. */
export type OfferedRole = {
  readonly role: string;
  readonly regionCode: RegionCode;
  readonly employerId: string | null;
  readonly organisation: { readonly kind: string; readonly regionCode: RegionCode } | null;
};

/** What config/permissions.yaml says of the role. */
export type RoleFacts = { readonly organisations: ReadonlySet<string>; readonly duty: boolean };

/** Who is to have it. */
export type Receiver = {
  /** Null for a person without an account yet. */
  readonly accountId: string | null;
  readonly status: string;
  /** Its roles of today and later. */
  readonly live: readonly { readonly role: string; readonly duty: boolean }[];
};

export type GrantRefusal =
  | 'members.grant.beyond_own_rights'
  | 'members.grant.to_oneself'
  | 'members.grant.organisation_needed'
  | 'members.grant.organisation_kind'
  | 'members.grant.region_outside_organisation'
  | 'members.account.not_active'
  | 'members.duty.conflict';

/**
 * Nobody gives what they do not hold: neither a role that is not theirs to give, nor one outside their own region or employer,
 * nor anything to themselves. This also judges taking a role away.
 */
export function judgeGranter(granter: Granter, { role, regionCode, employerId }: Pick<OfferedRole, 'role' | 'regionCode' | 'employerId'>, receiver: string | null): Result<null, GrantRefusal> {
  if (!granter.grants.has(role)) return err('members.grant.beyond_own_rights');
  const inside = granter.employers === null ? granter.prefix !== null && regionPrefix(regionCode).startsWith(granter.prefix) : employerId !== null && granter.employers.includes(employerId);
  if (!inside) return err('members.grant.beyond_own_rights');
  return receiver === granter.accountId ? err('members.grant.to_oneself') : ok(null);
}

/** Whether the role fits the place, whoever gives it. */
export function judgePlace({ organisation, regionCode }: OfferedRole, { organisations }: RoleFacts): Result<null, GrantRefusal> {
  if (organisation === null) return organisations.size === 0 ? ok(null) : err('members.grant.organisation_needed');
  if (!organisations.has(organisation.kind)) return err('members.grant.organisation_kind');
  return regionCovers(organisation.regionCode, regionCode) ? ok(null) : err('members.grant.region_outside_organisation');
}

/**
 * Whether the person may have it. Administration, security and audit each stand alone in their account (三员分立): with
 * another role beside it, an administrator could read files by changing hats.
 */
export function judgeReceiver({ status, live }: Receiver, { duty }: RoleFacts): Result<null, GrantRefusal> {
  if (status !== 'active') return err('members.account.not_active');
  const conflict = duty ? live.length > 0 : live.some((membership) => membership.duty);
  return conflict ? err('members.duty.conflict') : ok(null);
}
