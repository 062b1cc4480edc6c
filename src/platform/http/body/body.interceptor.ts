import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { tap, type Observable } from 'rxjs';
import { DomainError } from '../../../kernel/domain-error.js';
import { SETTINGS, type Settings } from '../../config/index.js';
import { formTokenCheck } from '../csrf/form-token-check.js';
import { FORM, mediaTypeOf, MULTIPART } from '../media-types.js';
import { hasBody, parseForm, parseJson, readText } from './read-body.js';

export const TOKEN_FIELD = '_csrf';

/**
 * Reads the body after the guards: nobody makes the service read a byte before credentials, rate, origin and media type
 * are in order. A multipart body is left to the route's `readMultipart`.
 */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const req = context.switchToHttp().getRequest<Request>();
    if (mediaTypeOf(req) === MULTIPART && hasBody(req)) return next.handle().pipe(tap({ complete: () => demandCheckedToken(req) }));
    req.body = await this.read(req);
    return next.handle();
  }

  private async read(req: Request): Promise<unknown> {
    const text = hasBody(req) ? await readText(req, this.settings.http.bodyBytes) : '';
    if (mediaTypeOf(req) !== FORM) {
      settleToken(req, undefined);
      return text === '' ? undefined : parseJson(text);
    }
    const { [TOKEN_FIELD]: token, ...fields } = parseForm(text);
    settleToken(req, token);
    return fields;
  }
}

function settleToken(req: Request, token: string | readonly string[] | undefined): void {
  const check = formTokenCheck(req);
  if (!check) return;
  if (typeof token !== 'string') throw new DomainError('csrf.token_missing');
  check.verify(token);
}

/** A route that takes uploads and does not read them with `readMultipart` has skipped the token: a bug, shown at once. */
function demandCheckedToken(req: Request): void {
  if (formTokenCheck(req)?.settled() === false) throw new Error('an upload route answered without checking the hidden token');
}
