import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { NeverKept, PageQueryDto, type ListPage } from '../../platform/http/index.js';
import { AppointGuardian, type Appointed } from '../app/appoint-guardian.command.js';
import { InviteMember, type Invited } from '../app/invite-member.command.js';
import { InvitationReach, ReadMembers } from '../app/read-members.query.js';
import type { Invitation } from '../infra/invitation.repository.js';
import { GuardianshipDto, InvitationDto } from './members.dto.js';
import { appointedSchema, invitationsSchema, invitedSchema } from './members.schema.js';
import { wishOf } from './wish.js';

@ApiTags('members')
@Controller('api/v1')
export class InvitationsController {
  constructor(
    private readonly members: ReadMembers,
    private readonly inviting: InviteMember,
    private readonly guardians: AppointGuardian,
  ) {}

  @Get('invitations')
  @Requires('members.invite')
  @ApiOperation({ operationId: 'listInvitations', summary: 'Invitations in your scope that nobody has taken up, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: invitationsSchema })
  list(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<Invitation>> {
    return this.members.openInvitations(caller, query);
  }

  /** @throws DomainError members.grant.*, members.region.*, members.organisation.not_found */
  @Post('invitations')
  @Requires('members.invite')
  @NeverKept('the code of an invitation')
  @ApiOperation({ operationId: 'inviteMember', summary: 'Offer a role to whoever brings the code' })
  @ApiCreatedResponse({ description: 'The code, this once.', schema: invitedSchema })
  invite(@TheCaller() caller: Caller, @Body() body: InvitationDto): Promise<Invited> {
    return this.inviting.invite(caller, body.displayName, wishOf(body));
  }

  /** @throws DomainError members.invitation.not_found */
  @Post('invitations/:id/withdraw')
  @HttpCode(204)
  @Requires('members.invite')
  @Within(InvitationReach)
  @ApiOperation({ operationId: 'withdrawInvitation', summary: 'Take an invitation back' })
  @ApiNoContentResponse({ description: 'Withdrawn.' })
  withdraw(@TheCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.inviting.withdraw(caller, id);
  }

  /** @throws DomainError members.ward.not_found, members.member.not_found, members.grant.* */
  @Post('guardianships')
  @Requires('guardianships.appoint')
  @ApiOperation({ operationId: 'appointGuardian', summary: 'Make somebody the guardian of one jobseeker; it ends by revoking the role' })
  @ApiCreatedResponse({ description: 'Guardian and role.', schema: appointedSchema })
  appoint(@TheCaller() caller: Caller, @Body() body: GuardianshipDto): Promise<Appointed> {
    const { wardAccountId, guardianAccountId, guardianName, basis, validUntil } = body;
    const named = [guardianAccountId, guardianName].filter((one) => one !== undefined && one !== null);
    if (named.length !== 1) throw new DomainError('input.invalid', {}, [{ pointer: '/guardianAccountId', code: 'members.guardian.one_of_both' }]);
    const guardian = typeof guardianAccountId === 'string' ? { accountId: guardianAccountId } : { displayName: guardianName ?? '' };
    return this.guardians.run(caller, { wardAccountId, guardian, basis, validUntil: typeof validUntil === 'string' ? localDate(validUntil) : null });
  }
}
