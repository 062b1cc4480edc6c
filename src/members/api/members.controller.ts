import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../kernel/domain-error.js';
import { isUuid } from '../../kernel/uuid.js';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import type { ListPage } from '../../platform/http/index.js';
import { EndRole } from '../app/end-role.command.js';
import { GrantRole } from '../app/grant-role.command.js';
import { MemberReach, ReadMembers } from '../app/read-members.query.js';
import type { Member } from '../infra/member.repository.js';
import { MembersQueryDto, NewMemberDto, RoleDto } from './members.dto.js';
import { grantedSchema, madeMemberSchema, memberSchema, membersSchema, rolesSchema } from './members.schema.js';
import { wishOf } from './wish.js';

type RolesAnswer = { readonly roles: readonly Readonly<Record<string, unknown>>[] };

@ApiTags('members')
@Controller('api/v1')
export class MembersController {
  constructor(
    private readonly members: ReadMembers,
    private readonly grant: GrantRole,
    private readonly ending: EndRole,
  ) {}

  @Get('roles')
  @Requires('members.read')
  @ApiOperation({ operationId: 'listRoles', summary: 'Every role, what it may do, and whether you may give it' })
  @ApiOkResponse({ description: 'The roles.', schema: rolesSchema })
  roles(@TheCaller() caller: Caller): RolesAnswer {
    return {
      roles: this.members.roles(caller).map(({ role, rules, grantable }) => ({
        role, actsFor: rules.actsFor, organisations: [...rules.organisations], staff: rules.staff, duty: rules.duty, permissions: [...rules.holds], grantable,
      })),
    };
  }

  @Get('members')
  @Requires('members.read')
  @ApiOperation({ operationId: 'listMembers', summary: 'People with a role in your scope, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: membersSchema })
  list(@TheCaller() caller: Caller, @Query() query: MembersQueryDto): Promise<ListPage<Member>> {
    return this.members.list(caller, { organisationId: query.organisationId, role: query.role }, query);
  }

  /** @throws DomainError members.member.not_found */
  @Get('members/:accountId')
  @Requires('members.read')
  @ApiOperation({ operationId: 'getMember', summary: 'One member with the roles that you may see' })
  @ApiOkResponse({ description: 'The member.', schema: memberSchema })
  get(@TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<Member> {
    return this.members.find(caller, accountId);
  }

  /** @throws DomainError members.grant.*, members.contact.*, members.region.*, members.organisation.not_found */
  @Post('members')
  @Requires('members.grant')
  @ApiOperation({ operationId: 'createMember', summary: 'Make an account at the counter and give it its first role' })
  @ApiCreatedResponse({ description: 'Account and role.', schema: madeMemberSchema })
  create(@TheCaller() caller: Caller, @Body() body: NewMemberDto): Promise<{ readonly accountId: string; readonly membershipId: string }> {
    return this.grant.toNewMember(caller, { displayName: body.displayName, language: body.language ?? 'zh', contact: body.contact ?? null }, wishOf(body));
  }

  /** @throws DomainError members.member.not_found, members.grant.*, members.duty.conflict, members.membership.already_held */
  @Post('members/:accountId/memberships')
  @Requires('members.grant')
  @Within(MemberReach)
  @ApiOperation({ operationId: 'grantRole', summary: 'Give a member a role' })
  @ApiCreatedResponse({ description: 'The role given.', schema: grantedSchema })
  async grantRole(@TheCaller() caller: Caller, @Param('accountId') accountId: string, @Body() body: RoleDto): Promise<{ readonly membershipId: string }> {
    return { membershipId: await this.grant.toMember(caller, accountId, wishOf(body)) };
  }

  /** @throws DomainError members.membership.not_found, members.grant.beyond_own_rights, members.administrator.last */
  @Post('members/:accountId/memberships/:membershipId/revoke')
  @HttpCode(204)
  @Requires('members.grant')
  @Within(MemberReach)
  @ApiOperation({ operationId: 'revokeRole', summary: 'Take a role from a member; it ends with their next request' })
  @ApiNoContentResponse({ description: 'Taken.' })
  async revoke(@TheCaller() caller: Caller, @Param('accountId') accountId: string, @Param('membershipId') membershipId: string): Promise<void> {
    if (!isUuid(membershipId)) throw new DomainError('members.membership.not_found');
    await this.ending.revoke(caller, accountId, membershipId);
  }
}
