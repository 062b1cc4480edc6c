import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../../kernel/domain-error.js';
import { callerOf, RouteTable, type Caller } from '../../access/index.js';
import { SETTINGS, type Settings } from '../../config/index.js';
import { clientAddress } from './client-address.js';
import { LIMIT_KIND, type LimitKind } from './limited-as.js';

const MINUTE = 60;

/** Seconds that the caller of this request has to wait. */
const overdrawn = new WeakMap<Request, number>();

/**
 * Calls a minute, counted in this process: from one address whoever calls, and of one account wherever it calls from. A
 * machine has a limit of its own with its key and is not held to that of the address that it shares.
 */
@Injectable()
export class RateLimits {
  private readonly all: RateLimiterMemory;
  private readonly accounts: RateLimiterMemory;
  private readonly kinds: Readonly<Record<LimitKind, RateLimiterMemory>>;

  constructor(@Inject(SETTINGS) { http }: Settings) {
    const perMinute = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: MINUTE });
    this.all = perMinute(http.anonymousCallsPerMinute);
    this.accounts = perMinute(http.accountCallsPerMinute);
    this.kinds = { signIn: perMinute(http.signInsPerMinute), upload: perMinute(http.uploadsPerMinute) };
  }

  /** Counts the call at once; the refusal is given later, in its place among the answers. */
  async count(req: Request): Promise<void> {
    const seconds = await waitOf(this.all, clientAddress(req));
    if (seconds !== null) overdrawn.set(req, seconds);
  }

  /** @throws DomainError http.rate_limited */
  async demand(req: Request, kind: LimitKind | undefined, caller: Caller | null): Promise<void> {
    if (caller?.via === 'machine') await this.all.reward(clientAddress(req));
    const seconds = (caller?.via === 'machine' ? null : overdrawn.get(req))
      ?? (caller?.accountId ? await waitOf(this.accounts, caller.accountId) : null)
      ?? (kind ? await waitOf(this.kinds[kind], clientAddress(req)) : null);
    if (seconds !== null) throw new DomainError('http.rate_limited', { seconds });
  }
}

async function waitOf(limiter: RateLimiterMemory, who: string): Promise<number | null> {
  try {
    await limiter.consume(who);
    return null;
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
  }
}

export const countCalls = (limits: RateLimits) => (req: Request, _res: Response, next: NextFunction): void => {
  limits.count(req).then(() => next(), next);
};

@Injectable()
export class RateGuard implements CanActivate {
  constructor(
    private readonly routes: RouteTable,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const kind = this.routes.of(context.getHandler())?.metadata<LimitKind>(LIMIT_KIND);
    const request = context.switchToHttp().getRequest<Request>();
    await this.limits.demand(request, kind, callerOf(request));
    return true;
  }
}
