import type { Request, Response } from 'express';
import { parse } from 'cookie';
import { DomainError } from '../../../kernel/domain-error.js';
import type { CsrfTokens } from './tokens.js';

/** `__Host-` cookies exist on https only; on plain http the name without it is the best there is. */
const cookieName = (req: Request): string => (req.secure ? '__Host-zj-form' : 'zj-form');

/** Name of the session's cookie, behind `__Host-` on https. Sign-in gives it; a form's token is bound to what it holds, whether the session still stands or not, so that a form that outlives its session is known as ours. */
export const SESSION_COOKIE = 'sid';

const sessionOf = (req: Request): string => cookiesOf(req)[req.secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE] ?? '';

const tokens = new WeakMap<object, CsrfTokens>();

/** The keys belong to the application, so that two of them in one process (tests) do not share theirs. */
export const useFormTokens = (app: object, csrf: CsrfTokens): void => void tokens.set(app, csrf);

const tokensOf = (req: Request): CsrfTokens => {
  const csrf = tokens.get(req.app);
  if (!csrf) throw new Error('form tokens are used before createApp has set them up');
  return csrf;
};

export function cookiesOf(req: Request): Readonly<Record<string, string | undefined>> {
  return parse(req.headers.cookie ?? '');
}

/**
 * Value of the hidden field `_csrf`. Sets the cookie when the visitor has none that is ours; so it is asked for only where
 * a page holds a form, and before the answer's headers go out.
 */
export function visitorFormToken(req: Request, res: Response): string {
  const csrf = tokensOf(req);
  const fresh = freshCookies.get(res);
  const cookie = fresh ?? validCookie(req) ?? csrf.newCookie();
  if (fresh === undefined && cookie !== validCookie(req)) giveCookie(req, res, cookie);
  return csrf.formToken(cookie, freshSessions.get(res) ?? sessionOf(req));
}

/**
 * Another key for the visitor's forms, from the sign-in on and after the sign-out: a token of one session is none of the
 * next, and one that was planted before a sign-in is worth nothing after it.
 * @param session what the session's cookie holds from this answer on; '' for none
 */
export function renewFormToken(req: Request, res: Response, session: string): void {
  freshSessions.set(res, session);
  giveCookie(req, res, tokensOf(req).newCookie());
}

function giveCookie(req: Request, res: Response, cookie: string): void {
  freshCookies.set(res, cookie);
  res.cookie(cookieName(req), cookie, { httpOnly: true, sameSite: 'lax', secure: req.secure, path: '/' });
}

const freshCookies = new WeakMap<Response, string>();
const freshSessions = new WeakMap<Response, string>();

function validCookie(req: Request): string | undefined {
  const cookie = cookiesOf(req)[cookieName(req)];
  return cookie !== undefined && tokensOf(req).isCookie(cookie) ? cookie : undefined;
}

/** @throws DomainError csrf.token_missing (no cookie of ours came back), csrf.token_wrong */
export function verifyFormToken(req: Request, token: string): void {
  const cookie = validCookie(req);
  if (cookie === undefined) throw new DomainError('csrf.token_missing');
  if (!tokensOf(req).isFormToken(cookie, sessionOf(req), token)) throw new DomainError('csrf.token_wrong');
}
