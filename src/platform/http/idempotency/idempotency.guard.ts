import { Inject, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { RouteTable } from '../../access/index.js';
import { AnswerStore } from './answer-store.js';
import { takesIdempotencyKey } from './never-kept.js';

/** 1–255 visible ASCII signs. Two headers would arrive joined by comma and space, so they are refused too. */
const KEY = /^[\x21-\x7e]{1,255}$/;

const keys = new WeakMap<Request, string>();

/** The key of a call that is to be carried out once. */
export const idempotencyKeyOf = (req: Request): string | undefined => keys.get(req);

/**
 * Last of the guards. A caller who sends a key relies on it: where none is taken the call is refused, not carried out
 * without. Strangers' calls of public routes and methods other than POST pass: there the header says nothing.
 */
@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(
    private readonly routes: RouteTable,
    @Optional() @Inject(AnswerStore) private readonly store: AnswerStore | null,
  ) {}

  /** @throws DomainError idempotency.key_malformed, idempotency.not_offered */
  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    const key = req.headers['idempotency-key'];
    const route = this.routes.of(context.getHandler());
    if (key === undefined || req.method !== 'POST' || route?.access.kind !== 'permission') return true;
    if (typeof key !== 'string' || !KEY.test(key)) throw new DomainError('idempotency.key_malformed');
    if (this.store === null || !takesIdempotencyKey(route)) throw new DomainError('idempotency.not_offered');
    keys.set(req, key);
    return true;
  }
}
