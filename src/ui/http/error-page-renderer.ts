import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Request } from 'express';
import type { ErrorPageRenderer, Problem, RequestView } from '../../platform/http/index.js';
import { inSession, pageContext } from '../layout/page-context.js';
import { renderPage } from '../layout/render-page.js';
import { SITE, type Site } from '../layout/site.js';
import { errorPage } from '../pages/error-page.js';
import { SessionViews } from './page.js';

/** Refusals in the frame of every other page, with what to do next. */
@Injectable()
export class KitErrorPageRenderer implements ErrorPageRenderer {
  constructor(
    @Inject(SITE) private readonly site: Site,
    @Optional() @Inject(SessionViews) private readonly sessions: SessionViews | null,
  ) {}

  /**
   * Whoever is signed in still is: the header says so, and the display settings of the profile hold. Under an address that
   * there is not, nobody has asked who calls.
   */
  render(problem: Problem, view: RequestView, request: Request): string {
    const context = inSession(pageContext(view, view.cookies, this.site), this.sessions?.of(request) ?? null);
    return renderPage(context, errorPage(view.language, problem));
  }
}
