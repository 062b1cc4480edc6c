import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import { Public, Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { LimitedAs } from '../../platform/http/index.js';
import { GiveSecondFactor } from '../app/give-second-factor.command.js';
import type { Entered } from '../app/origin.js';
import { SessionViews } from '../../ui/index.js';
import { OwnSessions } from '../app/own-sessions.js';
import { sessionEndOf } from '../app/session-callers.js';
import { SignInWithOfficeCode } from '../app/sign-in-with-office-code.command.js';
import { SignInWithPassword } from '../app/sign-in-with-password.command.js';
import { originOf } from './origin-of.js';
import { ChooseMembershipDto, OfficeCodeDto, OpenSessionDto } from './sign-in.dto.js';
import { callerSchema, membershipsSchema, openedSchema, ownSessionsSchema } from './sign-in.schema.js';

/** Sessions of programs that act for a person: a bearer token instead of a cookie. */
@ApiTags('sign-in')
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly withPassword: SignInWithPassword,
    private readonly withOfficeCode: SignInWithOfficeCode,
    private readonly secondFactor: GiveSecondFactor,
    private readonly own: OwnSessions,
    private readonly views: SessionViews,
  ) {}

  /** @throws DomainError sign_in.wrong, sign_in.second_factor_required, sign_in.enrolment_required, sign_in.code_wrong, sign_in.wait, … */
  @Post('sessions')
  @Public()
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'openSession', summary: 'Sign in with a password, and with a code where the account has a second factor' })
  @ApiCreatedResponse({ description: 'The token, shown this once.', schema: openedSchema })
  async open(@Body() { contact, password, code }: OpenSessionDto, @Req() request: Request): Promise<object> {
    const origin = originOf(request, 'bearer');
    const entered = await this.withPassword.run({ contact, password }, origin);
    if (entered.kind === 'step' && entered.step === 'second_factor' && code !== undefined) return opened(await this.secondFactor.run(entered.ticket, code, origin));
    return opened(entered);
  }

  /** @throws DomainError sign_in.office_code_wrong, sign_in.office_code_used, sign_in.wait */
  @Post('sessions/office-code')
  @Public()
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'openSessionWithOfficeCode', summary: 'Sign in with a one-time code from an office' })
  @ApiCreatedResponse({ description: 'The token, shown this once.', schema: openedSchema })
  async openWithOfficeCode(@Body() { code }: OfficeCodeDto, @Req() request: Request): Promise<object> {
    return opened(await this.withOfficeCode.run(code, originOf(request, 'bearer')));
  }

  @Get('session')
  @Requires('account.sessions')
  @ApiOperation({ operationId: 'showCaller', summary: 'Who calls, in which role, and until when' })
  @ApiOkResponse({ description: 'The caller.', schema: callerSchema })
  show(@TheCaller() caller: Caller, @Req() request: Request): object {
    return this.view(caller, request);
  }

  /** Every call extends the session; this one does nothing else. */
  @Post('session/extend')
  @HttpCode(200)
  @Requires('account.sessions')
  @ApiOperation({ operationId: 'extendSession', summary: 'Keep the session from ending for want of calls' })
  @ApiOkResponse({ description: 'The caller, with the new end.', schema: callerSchema })
  extend(@TheCaller() caller: Caller, @Req() request: Request): object {
    return this.view(caller, request);
  }

  @Delete('session')
  @HttpCode(204)
  @Requires('account.sessions')
  @ApiOperation({ operationId: 'endSession', summary: 'Sign out' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  async end(@TheCaller() caller: Caller): Promise<void> {
    await this.own.revoke(caller, caller.sessionId ?? '');
  }

  @Get('session/memberships')
  @Requires('account.sessions')
  @ApiOperation({ operationId: 'listOwnMemberships', summary: 'Memberships that the session can act in' })
  @ApiOkResponse({ description: 'One of them at a time.', schema: membershipsSchema })
  async memberships(@TheCaller() caller: Caller): Promise<object> {
    const all = await this.own.memberships(caller);
    return { items: all.map(({ id, role, organisationName, regionCode }) => ({ id, role, organisationName, regionCode, isChosen: id === caller.membershipId })) };
  }

  /** @throws DomainError sign_in.membership_not_found */
  @Put('session/membership')
  @HttpCode(204)
  @Requires('account.sessions')
  @ApiOperation({ operationId: 'chooseMembership', summary: 'Act in another membership from now on' })
  @ApiNoContentResponse({ description: 'Chosen.' })
  async choose(@TheCaller() caller: Caller, @Body() { membershipId }: ChooseMembershipDto): Promise<void> {
    await this.own.actIn(caller, membershipId);
  }

  @Get('sessions')
  @Requires('account.sessions')
  @ApiOperation({ operationId: 'listOwnSessions', summary: 'The person’s sessions, the last used first' })
  @ApiOkResponse({ description: 'Those that still hold.', schema: ownSessionsSchema })
  async list(@TheCaller() caller: Caller): Promise<object> {
    const all = await this.own.list(caller);
    return { items: all.map((session) => ({ ...session, openedAt: session.openedAt.toISOString(), seenAt: session.seenAt.toISOString(), endsAt: session.endsAt.toISOString() })) };
  }

  /** @throws DomainError sign_in.session_not_found */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Requires('account.sessions')
  @ApiOperation({ operationId: 'revokeSession', summary: 'End one of the person’s own sessions' })
  @ApiNoContentResponse({ description: 'It ended at once.' })
  async revoke(@TheCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.own.revoke(caller, id);
  }

  private view(caller: Caller, request: Request): object {
    return {
      accountId: caller.accountId, sessionId: caller.sessionId, membershipId: caller.membershipId, role: caller.role, organisationId: caller.organisationId,
      scope: caller.scope, permissions: [...caller.permissions].sort(), endsAt: sessionEndOf(request)?.at.toISOString() ?? null, secondsLeft: this.views.of(request)?.secondsLeft ?? null,
    };
  }
}

/** @throws DomainError where a further step is wanted */
function opened(entered: Entered): object {
  if (entered.kind === 'step') throw new DomainError(entered.step === 'second_factor' ? 'sign_in.second_factor_required' : 'sign_in.enrolment_required');
  return { token: entered.token, tokenType: 'Bearer', sessionId: entered.sessionId, mustChooseMembership: entered.mustChoose };
}
