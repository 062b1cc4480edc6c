import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../platform/access/index.js';
import { LimitedAs, Produces } from '../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { originOf } from '../api/origin-of.js';
import { SingleSignOn } from '../app/single-sign-on.command.js';
import { Times } from '../app/times.js';
import { nextPath } from '../domain/next-path.js';
import { giveSingleSignOnCookie, singleSignOnCookieOf, takeSingleSignOnCookie } from '../infra/cookies.js';
import { SignInSteps } from './sign-in-steps.js';

const CALLBACK = '/sign-in/oidc/callback';

/** There and back by plain links: `form-action 'self'` would keep a form from being sent on to the provider. */
@Controller('sign-in/oidc')
export class SingleSignOnController {
  constructor(
    private readonly singleSignOn: SingleSignOn,
    private readonly times: Times,
    private readonly steps: SignInSteps,
  ) {}

  /** @throws DomainError sign_in.single_sign_on_off, sign_in.single_sign_on_unavailable */
  @Get('start')
  @Public()
  @LimitedAs('signIn')
  @ApiExcludeEndpoint()
  @Produces('text/html')
  async start(@Query('next') next: string | undefined, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { address, cookie } = await this.singleSignOn.start(this.times.publicUrl + CALLBACK, nextPath(next));
    giveSingleSignOnCookie(request, response, cookie);
    response.redirect(303, address);
  }

  /** @throws DomainError sign_in.step_expired, sign_in.single_sign_on_failed, sign_in.single_sign_on_unknown */
  @Get('callback')
  @Public()
  @LimitedAs('signIn')
  @Page()
  async callback(@Context() context: PageContext, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PageAnswer> {
    takeSingleSignOnCookie(request, response);
    const address = new URL(request.originalUrl, this.times.publicUrl);
    const { entered, next } = await this.singleSignOn.finish(singleSignOnCookieOf(request), address, originOf(request, 'cookie'));
    return this.steps.after({ request, response, context }, entered, { next, kept: null });
  }
}
