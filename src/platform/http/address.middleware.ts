import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import { RouteTable } from '../access/index.js';
import { addressOf } from '../i18n/index.js';
import type { RateLimits } from './limits/rate-limits.js';

const ABSOLUTE = /^https?:\/\/[^/?#]*/i;

/**
 * Takes the absolute form of a request target (RFC 9112 §3.2.2) and refuses what a browser would read as another host when
 * a page repeats it in a link: `//elsewhere`, `/\elsewhere`.
 * @throws DomainError http.path_malformed
 */
export function checkAddress(req: Request, _res: Response, next: NextFunction): void {
  const url = req.url.replace(ABSOLUTE, '') || '/';
  const path = url.split('?', 1)[0] ?? '';
  if (!path.startsWith('/') || path.includes('\\') || /^(?:\/en)?\/\//.test(path) || !isDecodable(path)) {
    req.url = '/';
    return next(new DomainError('http.path_malformed'));
  }
  req.url = url;
  next();
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/** A known path under another method answers 405 and names the right ones; `OPTIONS` is told them too. */
export const answerWrongMethods = (routes: RouteTable, limits: RateLimits) => (req: Request, res: Response, next: NextFunction): void => {
  const methods = routes.methodsOf(addressOf(req).path);
  if (methods.includes(req.method)) return next();
  limits.demand(req, undefined, null).then(() => {
    if (methods.length === 0) throw new DomainError('http.not_found');
    const allowed = [...methods, 'OPTIONS'].join(', ');
    if (req.method !== 'OPTIONS') throw new DomainError('http.method_not_allowed', { method: req.method, allowed });
    res.setHeader('Allow', allowed);
    res.status(204).end();
  }).catch(next);
};
