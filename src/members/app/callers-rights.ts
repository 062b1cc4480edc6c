import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { PermissionBook, type Caller, type RoleName } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Granter } from '../domain/grant.js';
import type { SeenRoles } from '../infra/member.repository.js';

/** What config/permissions.yaml makes of a caller in this room. */
@Injectable()
export class CallersRights {
  constructor(
    private readonly book: PermissionBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Members in roles that the caller may give, or that its duty is to look at. */
  seenBy({ role }: Caller): SeenRoles {
    const rules = role === null ? null : this.book.rulesOf(role);
    return { roles: new Set<RoleName>([...(rules?.grants ?? []), ...(rules?.sees ?? [])]), today: this.clock.today() };
  }

  /** Roles that sign in with a second factor. */
  isStaff(role: RoleName): boolean {
    return this.book.rulesOf(role).staff;
  }

  /** @throws DomainError members.grant.beyond_own_rights where the caller is no person in a role */
  granterOf({ accountId, role, scope }: Caller): Granter {
    if (accountId === null || role === null) throw new DomainError('members.grant.beyond_own_rights');
    return {
      accountId,
      grants: this.book.rulesOf(role).grants,
      prefix: scope.kind === 'region' ? scope.prefix : null,
      employers: scope.kind === 'employer' ? [scope.employerId, ...scope.merged] : null,
    };
  }
}
