import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { callerOf, Public } from '../../platform/access/index.js';
import { LimitedAs, renewFormToken } from '../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { originOf } from '../api/origin-of.js';
import { OwnSessions } from '../app/own-sessions.js';
import { SignInWithOfficeCode } from '../app/sign-in-with-office-code.command.js';
import { SignInWithPassword } from '../app/sign-in-with-password.command.js';
import { takeSessionCookie } from '../infra/cookies.js';
import { Arrival, onwardOf } from './arrival.js';
import { Faults, type Fault } from './faults.js';
import { CodeForm, SignInForm } from './forms.js';
import { SignInSteps } from './sign-in-steps.js';
import { officeCodePage } from './views/code-pages.js';
import { signInText, type OnwardState } from './views/parts.js';
import { signInPage, type SignInState } from './views/sign-in-page.js';

/** The first step: password or office code. */
@Controller('sign-in')
export class SignInPagesController {
  constructor(
    private readonly withPassword: SignInWithPassword,
    private readonly withOfficeCode: SignInWithOfficeCode,
    private readonly own: OwnSessions,
    private readonly arrival: Arrival,
    private readonly steps: SignInSteps,
    private readonly faults: Faults,
  ) {}

  @Get()
  @Public()
  @Page()
  show(@Context() context: PageContext, @Query('next') next: string | undefined, @Query('after') after: string | undefined): PageAnswer {
    return this.form(context, onwardOf(next === undefined ? {} : { next }), { after: after === 'signed_out' || after === 'changed' || after === 'invited' ? after : null });
  }

  /** Asked even of who is signed in already: it opens another session. @throws DomainError http.rate_limited */
  @Post()
  @Public()
  @LimitedAs('signIn')
  @Page()
  async signIn(@Context() context: PageContext, @Body() form: SignInForm, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PageAnswer> {
    const onward = onwardOf(form);
    const { contact = '', password = '' } = form;
    const missing = leftEmpty(context, { contact, password });
    if (missing.length > 0) return this.form(context, onward, { contact, faults: missing });
    return this.faults.attempt(context, 'password', async () => {
      const entered = await this.withPassword.run({ contact, password }, originOf(request, 'cookie'));
      return this.steps.after({ request, response, context }, entered, onward);
    }, (faults) => this.form(context, onward, { contact, faults }));
  }

  @Get('code')
  @Public()
  @Page()
  showCode(@Context() context: PageContext, @Query('next') next: string | undefined): PageAnswer {
    return officeCodePage(context, { ...onwardOf(next === undefined ? {} : { next }), faults: [] });
  }

  @Post('code')
  @Public()
  @LimitedAs('signIn')
  @Page()
  signInWithCode(@Context() context: PageContext, @Body() form: CodeForm, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PageAnswer> {
    const onward = onwardOf(form);
    return this.faults.attempt(context, 'code', async () => {
      const entered = await this.withOfficeCode.run(form.code ?? '', originOf(request, 'cookie'));
      return this.steps.after({ request, response, context }, entered, onward);
    }, (faults) => officeCodePage(context, { ...onward, faults }));
  }

  /** Works for a session that has ended as well: the cookie goes in any case. */
  @Post('out')
  @Public()
  @Page()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PageAnswer> {
    const caller = callerOf(request);
    if (caller?.sessionId) await this.own.revoke(caller, caller.sessionId);
    takeSessionCookie(request, response);
    renewFormToken(request, response, '');
    return { redirectTo: '/sign-in?after=signed_out' };
  }

  private form(context: PageContext, onward: OnwardState, state: Partial<SignInState>): PageAnswer {
    return signInPage(context, { contact: '', faults: [], after: null, single: this.arrival.single, ...onward, ...state });
  }
}

/** No attempt: nobody is counted for a press of the button. */
function leftEmpty(context: PageContext, { contact, password }: { readonly contact: string; readonly password: string }): readonly Fault[] {
  const t = signInText(context);
  return [...(contact.trim() === '' ? [{ field: 'contact', text: t('forgottenMissing') }] : []), ...(password === '' ? [{ field: 'password', text: t('passwordMissing') }] : [])];
}
