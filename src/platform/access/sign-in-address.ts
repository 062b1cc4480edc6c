import type { Request } from 'express';
import { addressOf, isApiPath } from '../i18n/index.js';
import type { RouteTable } from './route-table.js';

const SIGN_IN = '/sign-in';

/**
 * Where a person without credentials is sent from a page: to sign in, and back afterwards. `next` is the path of this very
 * request, so it can lead nowhere else. Null for the API, for a program that takes no HTML, in an application without
 * sign-in, and for a form that was sent: what was typed would be lost on the way.
 */
export function signInAddress(request: Request, routes: RouteTable): string | null {
  const { language, path, search } = addressOf(request);
  if (!['GET', 'HEAD'].includes(request.method)) return null;
  if (isApiPath(path) || request.accepts(['text/html', 'application/problem+json', 'application/json']) !== 'text/html') return null;
  if (!routes.methodsOf(SIGN_IN).includes('GET')) return null;
  const prefix = language === 'en' ? '/en' : '';
  return `${prefix}${SIGN_IN}?next=${encodeURIComponent(prefix + path + search)}`;
}
