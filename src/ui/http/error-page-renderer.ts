import { Inject, Injectable } from '@nestjs/common';
import type { ErrorPageRenderer, Problem, RequestView } from '../../platform/http/index.js';
import { pageContext } from '../layout/page-context.js';
import { renderPage } from '../layout/render-page.js';
import { SITE, type Site } from '../layout/site.js';
import { errorPage } from '../pages/error-page.js';

/** Refusals in the frame of every other page, with what to do next. */
@Injectable()
export class KitErrorPageRenderer implements ErrorPageRenderer {
  constructor(@Inject(SITE) private readonly site: Site) {}

  render(problem: Problem, view: RequestView): string {
    return renderPage(pageContext(view, view.cookies, this.site), errorPage(view.language, problem));
  }
}
