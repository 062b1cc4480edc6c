/** Every role that a membership can carry (security.md, "Access"). Who may do what stands in config/permissions.yaml. */
export const roleNames = [
  'jobseeker', 'guardian', 'employer_clerk', 'counselor', 'job_coach', 'counselor_supervisor', 'first_reviewer', 'second_reviewer', 'monitor',
  'town_officer', 'village_commissioner', 'school_liaison', 'service_provider', 'hrss_officer', 'finance_officer', 'tax_liaison', 'inspector',
  'administrator', 'security_officer', 'auditor',
] as const;

export type RoleName = (typeof roleNames)[number];

/**
 * The data that a caller may meet. It comes from the membership, never from the request, and is the first thing that a
 * repository is given. `prefix` is the beginning of every region code inside; empty for the whole country.
 */
export type Scope =
  | { readonly kind: 'region'; readonly prefix: string }
  /** `merged`: the other employers that stand as one with it, of which the one named goes on; none for most. */
  | { readonly kind: 'employer'; readonly employerId: string; readonly merged: readonly string[] }
  | { readonly kind: 'caseload'; readonly accountId: string }
  | { readonly kind: 'self'; readonly accountId: string }
  | { readonly kind: 'ward'; readonly accountId: string }
  | { readonly kind: 'none' };

export type ScopeKind = Exclude<Scope['kind'], 'none'>;

/**
 * Who calls. A person acts in exactly one membership at a time: whoever has several chooses and can switch, so that no
 * act mixes the rights of two roles. Without a membership `role` is null and the permissions are those of any account.
 */
export type Caller = {
  /** Null for a machine. */
  readonly accountId: string | null;
  readonly machineKeyId: string | null;
  /** The machine that the key belongs to, with the calls a minute that it was promised; null for a person. */
  readonly client: { readonly id: string; readonly callsPerMinute: number } | null;
  readonly sessionId: string | null;
  readonly membershipId: string | null;
  readonly role: RoleName | null;
  readonly organisationId: string | null;
  readonly scope: Scope;
  readonly permissions: ReadonlySet<string>;
  /** How the caller showed who it is: only a cookie is sent by a browser unasked. */
  readonly via: 'cookie' | 'bearer' | 'machine';
};
