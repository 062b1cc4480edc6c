import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { Request } from 'express';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { originOf } from '../api/origin-of.js';
import { ManageAuthenticator } from '../app/manage-authenticator.command.js';
import { Faults } from './faults.js';
import { CodeForm } from './forms.js';
import { authenticatorPage } from './views/account-pages.js';
import { enrolmentPage, recoveryCodesPage } from './views/authenticator-pages.js';

class AuthenticatorForm extends CodeForm {
  @IsIn(['codes', 'replace'])
  act: 'codes' | 'replace';
}

const SET_UP = '/account/authenticator/set-up';
const NOWHERE = { next: null, kept: null };

/** A signed-in person's authenticator and recovery codes. */
@Controller('account/authenticator')
export class AuthenticatorController {
  constructor(
    private readonly manage: ManageAuthenticator,
    private readonly faults: Faults,
  ) {}

  @Get()
  @Requires('account.credentials')
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller): Promise<PageAnswer> {
    return authenticatorPage(context, { codesLeft: await this.manage.recoveryCodesLeft(caller), faults: [] });
  }

  @Post()
  @Requires('account.credentials')
  @Page()
  change(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() { act, code = '' }: AuthenticatorForm, @Req() request: Request): Promise<PageAnswer> {
    const origin = originOf(request, 'cookie');
    return this.faults.attempt(context, 'code', async () => {
      if (act === 'codes') return recoveryCodesPage(context, await this.manage.renewCodes(caller, code, origin), { href: '/account/authenticator' });
      await this.manage.replace(caller, code, origin);
      return { redirectTo: SET_UP };
    }, async (faults) => authenticatorPage(context, { codesLeft: await this.manage.recoveryCodesLeft(caller), faults }));
  }

  @Get('set-up')
  @Requires('account.credentials')
  @Page()
  setUp(@Context() context: PageContext, @TheCaller() caller: Caller): Promise<PageAnswer> {
    return this.faults.attempt(context, 'code', async () => enrolmentPage(context, { ...NOWHERE, enrolment: await this.manage.begin(caller), at: 'account', faults: [] }),
      () => ({ redirectTo: '/account/authenticator' }));
  }

  @Post('set-up')
  @Requires('account.credentials')
  @Page()
  confirm(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() { code = '' }: CodeForm, @Req() request: Request): Promise<PageAnswer> {
    return this.faults.attempt(context, 'code', async () =>
      recoveryCodesPage(context, await this.manage.confirm(caller, code, originOf(request, 'cookie')), { href: '/account/authenticator' }),
    (faults) => this.faults.attempt(context, 'code', async () =>
      enrolmentPage(context, { ...NOWHERE, enrolment: await this.manage.begin(caller), at: 'account', faults }), () => ({ redirectTo: '/account/authenticator' })));
  }
}
