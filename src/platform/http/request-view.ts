import type { Request, Response } from 'express';
import type { Language } from '../../kernel/texts.js';
import { addressOf } from '../i18n/index.js';
import { currentCorrelationId } from '../logging/index.js';
import { cookiesOf, visitorFormToken } from './csrf/visitor-token.js';

/** What a page needs to know of the request that it answers. */
export type RequestView = {
  readonly language: Language;
  /** Without the language prefix, with the query: `/levy?year=2024`. */
  readonly path: string;
  readonly correlationId: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Value of the hidden field `_csrf`; asking for it may set a cookie. */
  csrfToken(): string;
};

export function requestView(req: Request, res: Response): RequestView {
  const { language, path, search } = addressOf(req);
  return {
    language,
    path: path + search,
    correlationId: currentCorrelationId() ?? String(res.getHeader('X-Correlation-Id') ?? ''),
    cookies: cookiesOf(req),
    csrfToken: () => visitorFormToken(req, res),
  };
}
