import {
  applyDecorators, createParamDecorator, Header, Inject, Injectable, Optional, SetMetadata, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor,
} from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { map, of, type Observable } from 'rxjs';
import { callerOf } from '../../platform/access/index.js';
import { requestView, sharePacked } from '../../platform/http/index.js';
import { inSession, pageContext, type PageContext, type SessionView } from '../layout/page-context.js';
import { renderPage, type PageView } from '../layout/render-page.js';
import { SITE, type Site } from '../layout/site.js';
import { KeptPages } from './kept-pages.js';

/** After a successful post: the reader is sent on (303), so that reloading never posts again. `redirectTo` is a path without language. */
export type Redirection = { readonly redirectTo: string };

/** A text file to keep, in the answer to a form. */
export type Download = { readonly download: { readonly name: string; readonly type: string; readonly text: string } };

/** What a handler of a page returns. */
export type PageAnswer = PageView | Redirection | Download;

/** Who knows the session of a request; sign-in provides it, globally, under this class as its token. */
export abstract class SessionViews {
  /** Null for a stranger. */
  abstract of(request: Request): SessionView | null;
}

const contexts = new WeakMap<Request, PageContext>();

/** Builds the context before the handler runs and turns its answer into a document: 200, 422 with faults, 303 for a redirection. */
@Injectable()
export class PageInterceptor implements NestInterceptor<PageAnswer, string> {
  constructor(
    @Inject(SITE) private readonly site: Site,
    private readonly kept: KeptPages,
    @Optional() @Inject(SessionViews) private readonly sessions: SessionViews | null,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler<PageAnswer>): Observable<string> {
    const http = execution.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const view = requestView(request, response);
    const context = inSession(pageContext(view, view.cookies, this.site), this.sessions?.of(request) ?? null);
    if (Reflect.getMetadata(SAME_FOR_STRANGERS, execution.getHandler()) === true && request.method === 'GET' && callerOf(request) === null) {
      const own = { ...context, csrfToken: refuseForm };
      contexts.set(request, own);
      return this.answerStranger(own, response, next);
    }
    contexts.set(request, context);
    return next.handle().pipe(map((answer) => send(context, response, answer)));
  }

  private answerStranger(context: PageContext, response: Response, next: CallHandler<PageAnswer>): Observable<string> {
    const known = this.kept.find(context);
    if (known !== null) {
      sharePacked(response, known.packed);
      return of(known.html);
    }
    return next.handle().pipe(map((answer) => {
      const html = send(context, response, answer);
      if (response.statusCode !== 200) return html;
      sharePacked(response, this.kept.keep(context, html).packed);
      return html;
    }));
  }
}

/** A form's token belongs to one visitor. */
function refuseForm(): never {
  throw new Error('a page that is the same for all strangers holds no form that posts');
}

function send(context: PageContext, response: Response, answer: PageAnswer): string {
  if ('redirectTo' in answer) {
    response.status(303).setHeader('Location', context.href(answer.redirectTo));
    return '';
  }
  if ('download' in answer) {
    const { name, type, text } = answer.download;
    response.status(200).setHeader('Content-Type', `${type}; charset=utf-8`).setHeader('Content-Disposition', `attachment; filename="${name}"`);
    return text;
  }
  response.status(answer.status ?? (answer.hasErrors ? 422 : 200));
  return renderPage(context, answer);
}

/** Metadata of a handler that answers with a page; a test holds the page registry against all of them. */
export const IS_PAGE = Symbol('IS_PAGE');

/** On a handler that answers with a page; it returns a {@link PageAnswer}. Not part of the API description. */
export const Page = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(IS_PAGE, true),
    Header('Content-Type', 'text/html; charset=utf-8'),
    // A page shows the reader's own settings, and sometimes what they typed: no cache between us and them keeps it.
    Header('Cache-Control', 'no-store'),
    ApiExcludeEndpoint(),
    UseInterceptors(PageInterceptor),
  );

const SAME_FOR_STRANGERS = Symbol('SAME_FOR_STRANGERS');

/** On a {@link Page} that depends on nothing but its address, language and display settings: it is rendered once for all strangers. */
export const SameForStrangers = (): MethodDecorator => SetMetadata(SAME_FOR_STRANGERS, true);

/** Parameter of a handler that is a {@link Page}: `@Context() context: PageContext`. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): PageContext => {
  const context = contexts.get(execution.switchToHttp().getRequest<Request>());
  if (!context) throw new Error('@Context() needs @Page() on the same handler');
  return context;
});
