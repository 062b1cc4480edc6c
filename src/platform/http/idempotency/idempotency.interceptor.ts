import { Inject, Injectable, Optional, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, of, type Observable } from 'rxjs';
import { DomainError } from '../../../kernel/domain-error.js';
import { callerOf, RouteTable, type Caller } from '../../access/index.js';
import { addressOf } from '../../i18n/index.js';
import { toDomainError } from '../problem/from-exception.js';
import { statusOf } from '../problem/status.js';
import { AnswerStore, type Claim, type KeptAnswer } from './answer-store.js';
import { idempotencyKeyOf } from './idempotency.guard.js';

const TOO_MANY = 429;
const OUR_FAULT = 500;

/** Stands behind the reading of the body, which is part of what a key stands for, and before its validation. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly routes: RouteTable,
    @Optional() @Inject(AnswerStore) private readonly store: AnswerStore | null,
  ) {}

  /** @throws DomainError idempotency.*, or the refusal that the first call met */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const req = http.getRequest<Request>();
    const res = http.getResponse<Response>();
    const key = idempotencyKeyOf(req);
    const caller = callerOf(req);
    if (this.store === null || key === undefined || caller === null) return next.handle();
    const { path, search } = addressOf(req);
    const begun = await this.store.begin({
      caller: nameOf(caller), key,
      route: this.routes.of(context.getHandler())?.path ?? path,
      content: JSON.stringify([path + search, req.body ?? null]),
    });
    return 'kept' in begun ? of(replay(begun.kept, res)) : from(carryOut(begun.claim, next, res));
  }
}

/** A machine by its client and not by its key: a repeat may come after the key was changed. */
const nameOf = ({ client, accountId, membershipId }: Caller): string =>
  accountId === null ? `machine ${client?.id ?? ''}` : `account ${accountId} ${membershipId ?? ''}`;

async function carryOut(claim: Claim, next: CallHandler, res: Response): Promise<unknown> {
  let body: unknown;
  try {
    body = await claim.run(() => lastValueFrom(next.handle(), { defaultValue: undefined }));
  } catch (error) {
    await settle(claim, error);
    throw error;
  }
  await claim.keep({ status: res.statusCode, body });
  return body;
}

/** A refusal is an answer and is kept; a fault of ours, and "too many calls", is worth another try. */
async function settle(claim: Claim, error: unknown): Promise<void> {
  const refusal = toDomainError(error);
  const status = refusal === null ? OUR_FAULT : statusOf(refusal.code);
  if (refusal === null || status >= OUR_FAULT || status === TOO_MANY) return claim.release();
  const { code, params, errors } = refusal;
  await claim.keep({ refusal: { code, params, errors } });
}

function replay(kept: KeptAnswer, res: Response): unknown {
  res.setHeader('Idempotency-Replayed', 'true');
  if ('refusal' in kept) throw new DomainError(kept.refusal.code, kept.refusal.params, kept.refusal.errors);
  res.status(kept.status);
  return kept.body;
}
