import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/project-root.js';
import { roleNames, type RoleName } from '../caller.js';
import { PERMISSIONS_FILE } from './permissions-error.js';
import { readPermissions } from './read-permissions.js';
import type { NamedPermission, PermissionRules, RoleRules } from './rules.js';

/** Who may do what, as config/permissions.yaml says it. Immutable; read once at boot. */
export class PermissionBook {
  private readonly byRole: ReadonlyMap<RoleName, ReadonlySet<string>>;

  private constructor(private readonly rules: PermissionRules) {
    this.byRole = new Map(roleNames.map((role) => [role, new Set([...rules.account, ...rules.roles[role].holds])]));
  }

  /** @throws PermissionsError */
  static parse(yamlText: string): PermissionBook {
    return new PermissionBook(readPermissions(yamlText));
  }

  /** The shipped file. @throws PermissionsError */
  static read(): PermissionBook {
    return PermissionBook.parse(readFileSync(path.join(projectRoot, PERMISSIONS_FILE), 'utf8'));
  }

  /** What a caller in this role may do, its own things included; null for an account that acts in no role. */
  permissionsOf(role: RoleName | null): ReadonlySet<string> {
    return role === null ? this.rules.account : (this.byRole.get(role) ?? this.rules.account);
  }

  rulesOf(role: RoleName): RoleRules {
    return this.rules.roles[role];
  }

  /** Of these permissions those that a program may have in this role: held by the role, and fit for a key that somebody else keeps. */
  machinesMay(role: RoleName, permissions: readonly string[]): ReadonlySet<string> {
    const { holds } = this.rulesOf(role);
    return new Set(permissions.filter((permission) => holds.has(permission) && this.rules.machines.has(permission)));
  }

  /** Every permission that the file names, with its line. */
  get named(): readonly NamedPermission[] {
    return this.rules.named;
  }

  /** Roles that hold the permission; `account` where every account does. */
  holdersOf(permission: string): 'account' | readonly RoleName[] {
    return this.rules.account.has(permission) ? 'account' : roleNames.filter((role) => this.rules.roles[role].holds.has(permission));
  }
}
