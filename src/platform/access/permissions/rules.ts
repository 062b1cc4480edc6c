import type { RoleName, ScopeKind } from '../caller.js';

/** Kinds of organisations that people are members of. */
export const organisationKinds = ['federation', 'employer', 'school', 'service', 'hrss', 'finance', 'tax'] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

export const scopeKinds = ['region', 'employer', 'caseload', 'self', 'ward'] as const satisfies readonly ScopeKind[];

/** What config/permissions.yaml says of a role. */
export type RoleRules = {
  readonly actsFor: ScopeKind;
  /** Kinds of organisations that can have such a member; none for roles outside organisations. */
  readonly organisations: ReadonlySet<OrganisationKind>;
  /** Signs in with a second factor. */
  readonly staff: boolean;
  /** An account with this role holds no other (三员分立). */
  readonly duty: boolean;
  readonly holds: ReadonlySet<string>;
  /** Roles that it may give and take inside its own scope. */
  readonly grants: ReadonlySet<RoleName>;
  /** Roles whose holders it may look at without giving or taking them. */
  readonly sees: ReadonlySet<RoleName>;
};

/** A permission and the line of the file that names it. */
export type NamedPermission = { readonly permission: string; readonly line: number };

export type PermissionRules = {
  readonly account: ReadonlySet<string>;
  /** What a program's key may carry at most. */
  readonly machines: ReadonlySet<string>;
  readonly roles: Readonly<Record<RoleName, RoleRules>>;
  /** Every permission once, where it first stands. */
  readonly named: readonly NamedPermission[];
};
