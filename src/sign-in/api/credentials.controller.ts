import { Body, Controller, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public, Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { LimitedAs, NeverKept } from '../../platform/http/index.js';
import { ChangePassword } from '../app/change-password.command.js';
import { IdentityReach, LinkIdentity } from '../app/link-identity.command.js';
import { OfficeCodeReach, OfficeCodes } from '../app/office-codes.js';
import { PasswordReset } from '../app/password-reset.js';
import { TakeUpInvitation } from '../app/take-up-invitation.command.js';
import { languageOf } from '../../platform/i18n/index.js';
import { originOf } from './origin-of.js';
import { AcceptInvitationDto, AskForLinkDto, ChangePasswordDto, LinkIdentityDto, ResetPasswordDto } from './sign-in.dto.js';
import { officeCodeSchema, createdSchema } from './sign-in.schema.js';

/** Passwords, office codes and identities. */
@ApiTags('sign-in')
@Controller('api/v1')
export class CredentialsController {
  constructor(
    private readonly changing: ChangePassword,
    private readonly reset: PasswordReset,
    private readonly invitation: TakeUpInvitation,
    private readonly codes: OfficeCodes,
    private readonly linking: LinkIdentity,
  ) {}

  /** @throws DomainError input.invalid with `/current` or `/password` */
  @Put('password')
  @HttpCode(204)
  @Requires('account.credentials')
  @ApiOperation({ operationId: 'changePassword', summary: 'Change the own password; every other session ends' })
  @ApiNoContentResponse({ description: 'Changed.' })
  async changePassword(@TheCaller() caller: Caller, @Body() body: ChangePasswordDto, @Req() request: Request): Promise<void> {
    await this.changing.run(caller, body, originOf(request, 'bearer'));
  }

  /** Answers the same whether there is such an account or not. */
  @Post('password-resets')
  @HttpCode(202)
  @Public()
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'askForPasswordReset', summary: 'Have a link to a new password sent' })
  async askForReset(@Body() { contact }: AskForLinkDto): Promise<void> {
    await this.reset.askFor(contact);
  }

  /** @throws DomainError sign_in.link_expired, input.invalid */
  @Post('password-resets/complete')
  @HttpCode(204)
  @Public()
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'resetPassword', summary: 'Set a new password with the token of the link; every session ends' })
  @ApiNoContentResponse({ description: 'Set.' })
  async resetPassword(@Body() { token, password }: ResetPasswordDto): Promise<void> {
    await this.reset.set(token, password);
  }

  /** @throws DomainError members.invitation.*, input.invalid */
  @Post('invitations/accept')
  @Public()
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Take up an invitation with a first password' })
  @ApiCreatedResponse({ description: 'The account.', schema: createdSchema })
  async accept(@Body() { code, displayName, contact, password }: AcceptInvitationDto, @Req() request: Request): Promise<object> {
    return { id: await this.invitation.run({ code, displayName, contact: contact ?? null, password, language: languageOf(request) }, originOf(request, 'bearer')) };
  }

  /** @throws DomainError sign_in.account_not_found, sign_in.code_not_for_staff, sign_in.code_not_for_self */
  @Post('accounts/:id/office-codes')
  @Requires('sign_in.issue_code')
  @Within(OfficeCodeReach)
  @NeverKept('a sign-in code')
  @ApiOperation({ operationId: 'issueOfficeCode', summary: 'A one-time code for a person at the counter' })
  @ApiCreatedResponse({ description: 'The code, shown this once.', schema: officeCodeSchema })
  async issueCode(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    const { code, expiresAt } = await this.codes.issue(caller, id);
    return { code, expiresAt: expiresAt.toISOString() };
  }

  /** @throws DomainError sign_in.account_not_found, sign_in.identity_already_linked */
  @Post('accounts/:id/identities')
  @HttpCode(204)
  @Requires('sign_in.link_identity')
  @Within(IdentityReach)
  @ApiOperation({ operationId: 'linkIdentity', summary: 'Let an account be entered through the single sign-on' })
  @ApiNoContentResponse({ description: 'Linked.' })
  async link(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { subject }: LinkIdentityDto): Promise<void> {
    await this.linking.run(caller, id, subject);
  }
}
