import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../kernel/domain-error.js';
import { isUuid } from '../../kernel/uuid.js';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import type { Accepted } from '../app/accept-invitation.command.js';
import { EndRole } from '../app/end-role.command.js';
import { OwnAccounts } from '../app/own-account.command.js';
import { AccountChangeDto, CodeDto } from './members.dto.js';
import { accountSchema, madeMemberSchema } from './members.schema.js';

type Answer = Readonly<Record<string, unknown>>;

@ApiTags('account')
@Controller('api/v1/account')
export class AccountController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly ending: EndRole,
  ) {}

  /** @throws DomainError members.account.not_found for a machine */
  @Get()
  @Requires('account.read')
  @ApiOperation({ operationId: 'getAccount', summary: 'Your account, your roles, your contacts masked' })
  @ApiOkResponse({ description: 'The account.', schema: accountSchema })
  async read(@TheCaller() caller: Caller): Promise<Answer> {
    const { account: { id, displayName, language, display, version }, contacts, memberships } = await this.own.read(caller);
    return {
      id, displayName, language, display, version, contacts,
      memberships: memberships.map((m) => ({ id: m.id, role: m.role, regionCode: m.regionCode, organisationId: m.organisationId, organisationName: m.organisationName, validFrom: m.validFrom, validUntil: m.validUntil })),
      actingIn: caller.membershipId,
    };
  }

  /** @throws DomainError members.account.stale */
  @Patch()
  @Requires('account.change')
  @ApiOperation({ operationId: 'changeAccount', summary: 'Change your name, language or display settings' })
  @ApiOkResponse({ description: 'As it is now.', schema: accountSchema })
  async change(@TheCaller() caller: Caller, @Body() { version, ...change }: AccountChangeDto): Promise<Answer> {
    await this.own.change(caller, change, version);
    return this.read(caller);
  }

  /** @throws DomainError members.invitation.*, members.duty.conflict */
  @Post('memberships')
  @Requires('account.change')
  @ApiOperation({ operationId: 'acceptFurtherInvitation', summary: 'Take up an invitation with the account that is signed in' })
  @ApiCreatedResponse({ description: 'The role.', schema: madeMemberSchema })
  accept(@TheCaller() caller: Caller, @Body() { code }: CodeDto): Promise<Accepted> {
    return this.own.accept(caller, code);
  }

  /** @throws DomainError members.membership.not_found, members.administrator.last */
  @Post('memberships/:membershipId/leave')
  @HttpCode(204)
  @Requires('account.change')
  @ApiOperation({ operationId: 'leaveRole', summary: 'Leave one of your roles' })
  @ApiNoContentResponse({ description: 'Left.' })
  async leave(@TheCaller() caller: Caller, @Param('membershipId') membershipId: string): Promise<void> {
    if (!isUuid(membershipId)) throw new DomainError('members.membership.not_found');
    await this.ending.leave(caller, membershipId);
  }
}
