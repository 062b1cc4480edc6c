import type { Request, Response } from 'express';
import { requestCookies, SESSION_COOKIE } from '../../platform/http/index.js';
import { DEVICE_DAYS } from './device-store.js';

// `__Host-` binds a cookie to this very host and to https: no other host under the same name can plant one. A browser takes
// such a cookie on https only, so that on plain http, on the machine itself, the name goes without it.
const nameOf = (request: Request, bare: string): string => (request.secure ? `__Host-${bare}` : bare);

const TICKET = 'zj-step';
const DEVICE = 'zj-device';
const SINGLE_SIGN_ON = 'zj-sso';

const DAY_MS = 24 * 3_600_000;

const attributes = (request: Request) => ({ httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }) as const;

const read = (request: Request, bare: string): string | undefined => requestCookies(request)[nameOf(request, bare)];
const give = (request: Request, response: Response, bare: string, value: string, maxAge?: number): void => {
  response.cookie(nameOf(request, bare), value, { ...attributes(request), ...(maxAge === undefined ? {} : { maxAge }) });
};
const take = (request: Request, response: Response, bare: string): void => {
  response.clearCookie(nameOf(request, bare), attributes(request));
};

export const sessionCookieOf = (request: Request): string | undefined => read(request, SESSION_COOKIE);
/** Ends with the browser; when the session itself ends the server decides. */
export const giveSessionCookie = (request: Request, response: Response, token: string): void => give(request, response, SESSION_COOKIE, token);
export const takeSessionCookie = (request: Request, response: Response): void => take(request, response, SESSION_COOKIE);

export const ticketCookieOf = (request: Request): string | undefined => read(request, TICKET);
export const giveTicketCookie = (request: Request, response: Response, token: string): void => give(request, response, TICKET, token);
export const takeTicketCookie = (request: Request, response: Response): void => take(request, response, TICKET);

export const deviceCookieOf = (request: Request): string | undefined => read(request, DEVICE);
export const giveDeviceCookie = (request: Request, response: Response, token: string): void => give(request, response, DEVICE, token, DEVICE_DAYS * DAY_MS);

export const singleSignOnCookieOf = (request: Request): string | undefined => read(request, SINGLE_SIGN_ON);
export const giveSingleSignOnCookie = (request: Request, response: Response, token: string): void => give(request, response, SINGLE_SIGN_ON, token);
export const takeSingleSignOnCookie = (request: Request, response: Response): void => take(request, response, SINGLE_SIGN_ON);
