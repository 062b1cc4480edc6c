import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { PolicyBook } from '../../policy/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { originOf } from '../api/origin-of.js';
import { ChangePassword } from '../app/change-password.command.js';
import { OwnSessions } from '../app/own-sessions.js';
import { FIRST_PAGE, nextPath } from '../domain/next-path.js';
import { onwardOf } from './arrival.js';
import { Faults, type Fault } from './faults.js';
import { ChangePasswordForm, Onward, RoleForm, SessionForm } from './forms.js';
import { accountTexts } from './texts/account-texts.js';
import { changePasswordPage } from './views/account-pages.js';
import { rolePage } from './views/role-page.js';
import { sessionsPage } from './views/sessions-page.js';

/** A signed-in person's own sessions, role and password. */
@Controller('account')
export class AccountPagesController {
  constructor(
    private readonly own: OwnSessions,
    private readonly changing: ChangePassword,
    private readonly faults: Faults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get('sessions')
  @Requires('account.sessions')
  @Page()
  async sessions(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('ended') ended: string | undefined): Promise<PageAnswer> {
    return sessionsPage(context, { sessions: await this.own.list(caller), ended: ended === 'yes' });
  }

  @Post('sessions/end')
  @Requires('account.sessions')
  @Page()
  async end(@TheCaller() caller: Caller, @Body() { session }: SessionForm): Promise<PageAnswer> {
    await this.own.revoke(caller, session);
    return { redirectTo: '/account/sessions?ended=yes' };
  }

  @Post('sessions/end-others')
  @Requires('account.sessions')
  @Page()
  async endOthers(@TheCaller() caller: Caller): Promise<PageAnswer> {
    await this.own.revokeOthers(caller);
    return { redirectTo: '/account/sessions?ended=yes' };
  }

  /** Without script, the button 延长 comes here and back to where it was. */
  @Post('extend')
  @Requires('account.sessions')
  @Page()
  extend(@Body() { next }: Onward): PageAnswer {
    return { redirectTo: nextPath(next) ?? '/account/sessions' };
  }

  @Get('role')
  @Requires('account.sessions')
  @Page()
  role(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('next') next: string | undefined): Promise<PageAnswer> {
    return this.roles(context, caller, next, caller.membershipId, []);
  }

  @Post('role')
  @Requires('account.sessions')
  @Page()
  async chooseRole(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() { membership, next }: RoleForm): Promise<PageAnswer> {
    if (membership === undefined) return this.roles(context, caller, next, null, [{ field: 'membership', text: accountTexts[context.language].roleNone as string }]);
    return this.faults.attempt(context, 'membership', async () => {
      await this.own.actIn(caller, membership);
      return { redirectTo: nextPath(next) ?? FIRST_PAGE };
    }, (faults) => this.roles(context, caller, next, null, faults));
  }

  @Get('password')
  @Requires('account.credentials')
  @Page()
  password(@Context() context: PageContext, @Query('saved') saved: string | undefined): PageAnswer {
    return changePasswordPage(context, { saved: saved === 'yes', faults: [] });
  }

  @Post('password')
  @Requires('account.credentials')
  @Page()
  changePassword(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() { current = '', password = '' }: ChangePasswordForm, @Req() request: Request): Promise<PageAnswer> {
    return this.faults.attempt(context, 'current', async () => {
      await this.changing.run(caller, { current, password }, originOf(request, 'cookie'));
      return { redirectTo: '/account/password?saved=yes' };
    }, (faults) => changePasswordPage(context, { saved: false, faults }));
  }

  private async roles(context: PageContext, caller: Caller, next: string | undefined, chosen: string | null, faults: readonly Fault[]): Promise<PageAnswer> {
    return rolePage(context, { ...onwardOf(next === undefined ? {} : { next }), memberships: await this.own.memberships(caller), regions: this.policy.regions, chosen, faults });
  }
}
