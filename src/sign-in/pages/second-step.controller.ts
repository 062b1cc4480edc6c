import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../platform/access/index.js';
import { LimitedAs } from '../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { originOf } from '../api/origin-of.js';
import { ContinueEnrolment } from '../app/continue-enrolment.command.js';
import { GiveSecondFactor } from '../app/give-second-factor.command.js';
import { FIRST_PAGE } from '../domain/next-path.js';
import { ticketCookieOf } from '../infra/cookies.js';
import { Arrival, onwardOf } from './arrival.js';
import { Faults } from './faults.js';
import { CodeForm } from './forms.js';
import { SignInSteps } from './sign-in-steps.js';
import { enrolmentPage, recoveryCodesPage } from './views/authenticator-pages.js';
import { secondFactorPage } from './views/code-pages.js';
import { query } from './views/parts.js';

/** The second step: a code, or the set-up of what makes codes. Without a first proof it leads back to the sign-in. */
@Controller('sign-in')
export class SecondStepController {
  constructor(
    private readonly secondFactor: GiveSecondFactor,
    private readonly enrolment: ContinueEnrolment,
    private readonly arrival: Arrival,
    private readonly steps: SignInSteps,
    private readonly faults: Faults,
  ) {}

  @Get('second-factor')
  @Public()
  @Page()
  showFactor(@Context() context: PageContext, @Query('next') next: string | undefined, @Req() request: Request): PageAnswer {
    const onward = onwardOf(next === undefined ? {} : { next });
    return ticketCookieOf(request) === undefined ? { redirectTo: `/sign-in${query({ next: onward.next })}` } : secondFactorPage(context, { ...onward, faults: [] });
  }

  @Post('second-factor')
  @Public()
  @LimitedAs('signIn')
  @Page()
  giveFactor(@Context() context: PageContext, @Body() form: CodeForm, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PageAnswer> {
    const onward = onwardOf(form);
    return this.faults.attempt(context, 'code', async () => {
      const entered = await this.secondFactor.run(ticketCookieOf(request), form.code ?? '', originOf(request, 'cookie'));
      return this.steps.after({ request, response, context }, entered, onward);
    }, (faults) => secondFactorPage(context, { ...onward, faults }));
  }

  @Get('authenticator')
  @Public()
  @Page()
  async showEnrolment(@Context() context: PageContext, @Query('next') next: string | undefined, @Req() request: Request): Promise<PageAnswer> {
    const onward = onwardOf(next === undefined ? {} : { next });
    const back = { redirectTo: `/sign-in${query({ next: onward.next })}` };
    return this.faults.attempt(context, 'code', async () =>
      enrolmentPage(context, { ...onward, enrolment: await this.enrolment.begin(ticketCookieOf(request)), at: 'sign-in', faults: [] }), () => back);
  }

  @Post('authenticator')
  @Public()
  @LimitedAs('signIn')
  @Page()
  enrol(@Context() context: PageContext, @Body() form: CodeForm, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PageAnswer> {
    const onward = onwardOf(form);
    const ticket = ticketCookieOf(request);
    return this.faults.attempt(context, 'code', async () => {
      const { entered, recoveryCodes } = await this.enrolment.finish(ticket, form.code ?? '', originOf(request, 'cookie'));
      this.arrival.open({ request, response, context }, entered);
      return recoveryCodesPage(context, recoveryCodes, { href: entered.mustChoose ? `/account/role${query({ next: onward.next })}` : (onward.next ?? FIRST_PAGE) });
    }, (faults) => this.faults.attempt(context, 'code', async () =>
      enrolmentPage(context, { ...onward, enrolment: await this.enrolment.begin(ticket), at: 'sign-in', faults }), () => ({ redirectTo: `/sign-in${query({ next: onward.next })}` })));
  }
}
