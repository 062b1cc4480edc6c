import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { regionCode } from '../../kernel/region-code.js';
import { roleNames, type Caller, type Scope } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { judgeGranter } from '../domain/grant.js';
import { MemberRepository, type HeldMembership, type SeenRoles } from '../infra/member.repository.js';
import { CallersRights } from './callers-rights.js';
import { demandAnotherAdministrator } from './last-administrator.js';
import { LastClerk } from './last-clerk.js';

/** Takes a role from a member, or leaves one's own. It ends with the next request of whoever held it. */
@Injectable()
export class EndRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly rights: CallersRights,
    private readonly lastClerk: LastClerk,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError members.membership.not_found, members.grant.beyond_own_rights, members.administrator.last */
  revoke(caller: Caller, accountId: string, membershipId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const held = await this.held(tx, caller.scope, this.rights.seenBy(caller), accountId, membershipId);
      const judged = judgeGranter(this.rights.granterOf(caller), { role: held.role, regionCode: regionCode(held.regionCode), employerId: held.employerId }, null);
      if (!judged.ok) throw new DomainError(judged.error);
      await this.end(tx, caller, caller.scope, held, 'members.membership.revoke');
    });
  }

  /** Nobody is held in a role, except the last administrator of a place; officers are told of an employer's last clerk. @throws DomainError members.membership.not_found, members.administrator.last */
  leave(caller: Caller, membershipId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (caller.accountId === null) throw new DomainError('members.membership.not_found');
      const own: Scope = { kind: 'self', accountId: caller.accountId };
      const held = await this.held(tx, own, { roles: new Set(roleNames), today: this.clock.today() }, caller.accountId, membershipId);
      await this.end(tx, caller, own, held, 'members.membership.leave');
    });
  }

  private async held(tx: Tx, scope: Scope, seen: SeenRoles, accountId: string, membershipId: string): Promise<HeldMembership> {
    const held = await this.members.lockMembership(tx, scope, seen, accountId, membershipId);
    if (held === null) throw new DomainError('members.membership.not_found');
    return held;
  }

  private async end(tx: Tx, caller: Caller, scope: Scope, held: HeldMembership, act: string): Promise<void> {
    if (held.role === 'administrator') await demandAnotherAdministrator(tx, this.clock.today(), held);
    const wasLast = await this.lastClerk.holds(tx, held);
    await this.members.end(tx, scope, held.id, caller.accountId, this.clock.now());
    await this.audit.act(tx, caller, { act, object: { kind: 'membership', id: held.id }, detail: { account: held.accountId, role: held.role, region: held.regionCode, organisation: held.organisationId, ...(wasLast ? { last_clerk: true } : {}) } });
    if (wasLast) await this.lastClerk.tellOfficers(tx, held);
  }
}
