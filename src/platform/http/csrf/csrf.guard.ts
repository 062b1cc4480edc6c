import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { callerOf, RouteTable } from '../../access/index.js';
import { SETTINGS, type Settings } from '../../config/index.js';
import { isApiPath } from '../../i18n/index.js';
import { FORM, mediaTypeOf, MULTIPART } from '../media-types.js';
import { leaveFormTokenCheck } from './form-token-check.js';
import { verifyFormToken } from './visitor-token.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * An unsafe request must come from our own page and carry that page's token. The API asks for neither where the browser
 * lends no authority: a caller who showed a token, a stranger with one or without any cookie; but it never takes what a
 * browser says comes from another site.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly routes: RouteTable,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws DomainError csrf.* */
  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(req.method)) return true;
    const api = isApiPath(this.routes.of(context.getHandler())?.path ?? '');
    const caller = callerOf(req);
    const hasToken = caller === null ? /^Bearer /i.test(req.headers.authorization ?? '') : caller.via !== 'cookie';
    if (api && hasToken) return true;
    const lendsAuthority = !api || caller !== null || req.headers.cookie !== undefined;
    if (!this.isOwnOrigin(req, lendsAuthority)) throw new DomainError('csrf.cross_site');
    if (lendsAuthority) this.demandToken(req);
    return true;
  }

  /** Fetch metadata where the browser sends it, else `Origin`. A program without cookies sends neither. */
  private isOwnOrigin(req: Request, mustShow: boolean): boolean {
    const site = req.headers['sec-fetch-site'];
    if (site === 'same-origin') return true;
    if (site !== undefined && site !== 'none') return false;
    const origin = req.headers.origin;
    if (origin === undefined) return site === undefined && !mustShow;
    return origin === `${req.protocol}://${req.host}` || origin === this.settings.server.publicUrl;
  }

  private demandToken(req: Request): void {
    const token = req.headers['x-csrf-token'];
    if (typeof token === 'string') return verifyFormToken(req, token);
    // A form's token is inside the body, which is read only after the last guard.
    if (![FORM, MULTIPART].includes(mediaTypeOf(req))) throw new DomainError('csrf.token_missing');
    leaveFormTokenCheck(req, (value) => verifyFormToken(req, value));
  }
}
