import { Catch, Inject, Injectable, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { RouteTable, signInAddress, wasTurnedAway } from '../../access/index.js';
import { SETTINGS, type Settings } from '../../config/index.js';
import { addressOf, isApiPath } from '../../i18n/index.js';
import { LOGGER, type Logger } from '../../logging/index.js';
import { requestView } from '../request-view.js';
import { ERROR_PAGE_RENDERER, plainErrorPage, type ErrorPageRenderer } from './error-page.js';
import { ERROR_TEXTS, type ErrorTexts } from './error-texts.js';
import { toDomainError } from './from-exception.js';
import { toProblem, type Problem } from './problem.js';
import { isForm, readTurnedAwayForm, TURNED_AWAY_FORM, type TurnedAwayFormRenderer } from './turned-away-form.js';

/** Every refusal and every bug leaves the house through here: problem+json for programs, a page for people. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
    private readonly routes: RouteTable,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Optional() @Inject(ERROR_PAGE_RENDERER) private readonly page: ErrorPageRenderer | null,
    @Optional() @Inject(TURNED_AWAY_FORM) private readonly turnedAway: TurnedAwayFormRenderer | null,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(exception, http.getRequest<Request>(), http.getResponse<Response>());
  }

  answer(exception: unknown, req: Request, res: Response): void {
    const known = toDomainError(exception);
    if (!known || known.code === 'http.unavailable') this.logger.error({ event: 'http.failed', err: exception }, 'request failed');
    if (res.headersSent || res.destroyed) {
      // Half an answer must not look like a whole one.
      res.destroy();
      return;
    }
    const signIn = wasTurnedAway(req) ? signInAddress(req, this.routes) : null;
    if (signIn !== null) {
      res.setHeader('Cache-Control', 'no-store');
      res.redirect(303, signIn);
      return;
    }
    const view = requestView(req, res);
    const problem = toProblem(known ?? new DomainError('http.internal', { correlationId: view.correlationId }), {
      language: view.language,
      correlationId: view.correlationId,
      texts: this.texts,
      onMissingText: (code) => this.logger.error({ event: 'http.text_missing', errorCode: code }, 'a code has no text'),
    });
    if (this.turnedAway !== null && wasTurnedAway(req) && isForm(req) && wantsPage(req)) void this.askAgain(this.turnedAway, problem, req, res);
    else this.send(problem, req, res);
  }

  /** The sign-in with the form in it, so that nothing of what was typed is lost. */
  private async askAgain(renderer: TurnedAwayFormRenderer, problem: Problem, req: Request, res: Response): Promise<void> {
    const form = await readTurnedAwayForm(req, this.settings.http.bodyBytes).catch(() => null);
    if (form === null) return this.send(problem, req, res);
    res.status(problem.status).setHeader('Cache-Control', 'no-store');
    res.type('html').send(renderer.render(form, requestView(req, res)));
  }

  private send(problem: Problem, req: Request, res: Response): void {
    res.status(problem.status);
    res.removeHeader('ETag');
    res.removeHeader('Content-Disposition');
    res.setHeader('Cache-Control', 'no-store');
    if (problem.status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
    if (typeof problem.params['seconds'] === 'number') res.setHeader('Retry-After', String(problem.params['seconds']));
    if (problem.code === 'http.method_not_allowed') res.setHeader('Allow', String(problem.params['allowed']));
    if (wantsPage(req)) {
      res.type('html').send(this.pageOf(problem, req, res));
    } else {
      res.type('application/problem+json').send(JSON.stringify(problem));
    }
  }

  private pageOf(problem: Problem, req: Request, res: Response): string {
    const view = requestView(req, res);
    try {
      return this.page?.render(problem, view, req) ?? plainErrorPage.render(problem, view);
    } catch (error) {
      this.logger.error({ event: 'http.error_page_failed', err: error }, 'the error page failed');
      return plainErrorPage.render(problem, view);
    }
  }
}

/** The API always answers programs; elsewhere whoever prefers HTML is a person. */
const wantsPage = (req: Request): boolean => !isApiPath(addressOf(req).path) && req.accepts(['application/problem+json', 'application/json', 'text/html']) === 'text/html';
