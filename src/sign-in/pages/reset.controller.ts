import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import { contactKind } from '../../members/index.js';
import { Public } from '../../platform/access/index.js';
import { LimitedAs } from '../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { originOf } from '../api/origin-of.js';
import { PasswordReset } from '../app/password-reset.js';
import { TakeUpInvitation } from '../app/take-up-invitation.command.js';
import { Arrival } from './arrival.js';
import { Faults } from './faults.js';
import { ContactForm, InvitationForm, ResetForm } from './forms.js';
import { signInText } from './views/parts.js';
import { forgottenPage, invitationPage, linkSentPage, resetPage } from './views/password-pages.js';

/** Passwords without the present one: forgotten, or the first. */
@Controller()
export class ResetController {
  constructor(
    private readonly reset: PasswordReset,
    private readonly invitation: TakeUpInvitation,
    private readonly arrival: Arrival,
    private readonly faults: Faults,
  ) {}

  @Get('sign-in/forgotten')
  @Public()
  @Page()
  forgotten(@Context() context: PageContext, @Query('sent') sent: string | undefined): PageAnswer {
    return sent === 'yes' ? linkSentPage(context, this.arrival.linkMinutes) : forgottenPage(context, { contact: '', faults: [] });
  }

  @Post('sign-in/forgotten')
  @Public()
  @LimitedAs('signIn')
  @Page()
  async send(@Context() context: PageContext, @Body() { contact = '' }: ContactForm): Promise<PageAnswer> {
    // Whether there is such an account is told to nobody; whether this can be one, to everybody.
    if (contactKind(contact) === null) return forgottenPage(context, { contact, faults: [{ field: 'contact', text: contact.trim() === '' ? signInText(context)('forgottenMissing') : this.faults.sentence(context, 'members.contact.malformed', {}) }] });
    await this.reset.askFor(contact);
    return { redirectTo: '/sign-in/forgotten?sent=yes' };
  }

  /** @throws DomainError sign_in.link_expired */
  @Get('sign-in/reset')
  @Public()
  @Page()
  async showReset(@Context() context: PageContext, @Query('token') token: string | undefined): Promise<PageAnswer> {
    if (typeof token !== 'string' || !(await this.reset.holds(token))) throw new DomainError('sign_in.link_expired');
    return resetPage(context, { token, faults: [] });
  }

  @Post('sign-in/reset')
  @Public()
  @LimitedAs('signIn')
  @Page()
  setPassword(@Context() context: PageContext, @Body() { token = '', password = '' }: ResetForm): Promise<PageAnswer> {
    return this.faults.attempt(context, 'password', async () => {
      await this.reset.set(token, password);
      return { redirectTo: '/sign-in?after=changed' };
    }, (faults) => resetPage(context, { token, faults }));
  }

  @Get('invitation')
  @Public()
  @Page()
  showInvitation(@Context() context: PageContext, @Query('code') code: string | undefined): PageAnswer {
    return invitationPage(context, { code: typeof code === 'string' ? code : '', displayName: '', contact: '', faults: [] });
  }

  @Post('invitation')
  @Public()
  @LimitedAs('signIn')
  @Page()
  accept(@Context() context: PageContext, @Body() { code = '', displayName = '', contact = '', password = '' }: InvitationForm, @Req() request: Request): Promise<PageAnswer> {
    return this.faults.attempt(context, 'code', async () => {
      await this.invitation.run({ code, displayName: given(displayName), contact: given(contact), password, language: context.language }, originOf(request, 'cookie'));
      return { redirectTo: '/sign-in?after=invited' };
    }, (faults) => invitationPage(context, { code, displayName, contact, faults }));
  }
}

const given = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
