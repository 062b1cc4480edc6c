import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Requires, roleNames, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { PolicyBook } from '../../policy/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { CallersRights } from '../app/callers-rights.js';
import { EndRole } from '../app/end-role.command.js';
import { MemberReach, ReadMembers } from '../app/read-members.query.js';
import type { Member, MemberRole } from '../infra/member.repository.js';
import { Refusals } from './refusals.js';
import { listPage } from './views/list-page.js';
import { deskDones } from './views/member-desk.js';
import { memberPage, revokePage } from './views/member-page.js';
import { kitOf, type Kit } from './views/parts.js';

/** Members and roles, for administrators, officers and clerks: each sees what lies in the own scope. */
@Controller('members')
export class MembersPagesController {
  constructor(
    private readonly members: ReadMembers,
    private readonly ending: EndRole,
    private readonly rights: CallersRights,
    private readonly refusals: Refusals,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('members.read')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('role') asked: unknown, @Query('after') after: unknown): Promise<PageAnswer> {
    const seen = this.rights.seenBy(caller).roles;
    const role = roleNames.find((name) => name === asked) ?? null;
    const page = await this.members.list(caller, role === null ? {} : { role }, typeof after === 'string' ? { after } : {});
    return listPage(this.kit(context), { page, role, roles: roleNames.filter((name) => seen.has(name)), mayInvite: caller.permissions.has('members.invite'), mayGrant: caller.permissions.has('members.grant') });
  }

  /** @throws DomainError members.member.not_found */
  @Get(':accountId')
  @Requires('members.read')
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string, @Query('done') asked: unknown): Promise<PageAnswer> {
    const done = (['granted', 'revoked', 'created'] as const).find((word) => word === asked) ?? null;
    const member = await this.members.find(caller, accountId);
    const isWard = caller.permissions.has('guardianships.appoint') && member.roles.some(({ role }) => role === 'jobseeker');
    return memberPage(this.kit(context), { member, done, deskDone: deskDones.find((word) => word === asked) ?? null, guardians: isWard ? await this.members.guardiansOf(caller, accountId) : null, maySuspend: caller.permissions.has('members.suspend') && accountId !== caller.accountId, mayGrant: caller.permissions.has('members.grant'), mayIssueCode: caller.permissions.has('sign_in.issue_code'), mayResetFactor: caller.permissions.has('sign_in.reset_second_factor') && accountId !== caller.accountId && member.roles.some(({ role }) => this.rights.isStaff(role)) });
  }

  /** @throws DomainError members.member.not_found, members.membership.not_found */
  @Get(':accountId/memberships/:membershipId/revoke')
  @Requires('members.grant')
  @Page()
  async ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string, @Param('membershipId') membershipId: string): Promise<PageAnswer> {
    const { member, held } = await this.held(caller, accountId, membershipId);
    return revokePage(this.kit(context), member, held, null);
  }

  @Post(':accountId/memberships/:membershipId/revoke')
  @Requires('members.grant')
  @Within(MemberReach)
  @Page()
  async revoke(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string, @Param('membershipId') membershipId: string): Promise<PageAnswer> {
    const { member, held } = await this.held(caller, accountId, membershipId);
    try {
      await this.ending.revoke(caller, accountId, membershipId);
    } catch (error) {
      return revokePage(this.kit(context), member, held, this.refusals.sentence(error, context.language).text);
    }
    // With its last role here the member is out of sight.
    return { redirectTo: member.roles.length > 1 ? `/members/${accountId}?done=revoked` : '/members' };
  }

  private async held(caller: Caller, accountId: string, membershipId: string): Promise<{ readonly member: Member; readonly held: MemberRole }> {
    const member = await this.members.find(caller, accountId);
    const held = member.roles.find((role) => role.membershipId === membershipId);
    if (!held) throw new DomainError('members.membership.not_found');
    return { member, held };
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
