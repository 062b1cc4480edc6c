import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../../kernel/domain-error.js';
import { RouteTable } from '../../access/index.js';
import { SETTINGS, type Settings } from '../../config/index.js';
import { clientAddress } from './client-address.js';
import { LIMIT_KIND, type LimitKind } from './limited-as.js';

const MINUTE = 60;

/** Seconds that the caller of this request has to wait. */
const overdrawn = new WeakMap<Request, number>();

/** Calls a minute from one address, counted in this process. */
@Injectable()
export class RateLimits {
  private readonly all: RateLimiterMemory;
  private readonly kinds: Readonly<Record<LimitKind, RateLimiterMemory>>;

  constructor(@Inject(SETTINGS) { http }: Settings) {
    const perMinute = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: MINUTE });
    this.all = perMinute(http.anonymousCallsPerMinute);
    this.kinds = { signIn: perMinute(http.signInsPerMinute), upload: perMinute(http.uploadsPerMinute) };
  }

  /** Counts the call at once; the refusal is given later, in its place among the answers. */
  async count(req: Request): Promise<void> {
    const seconds = await waitOf(this.all, clientAddress(req));
    if (seconds !== null) overdrawn.set(req, seconds);
  }

  /** @throws DomainError http.rate_limited */
  async demand(req: Request, kind: LimitKind | undefined): Promise<void> {
    const seconds = overdrawn.get(req) ?? (kind && (await waitOf(this.kinds[kind], clientAddress(req)))) ?? null;
    if (seconds !== null) throw new DomainError('http.rate_limited', { seconds });
  }
}

async function waitOf(limiter: RateLimiterMemory, address: string): Promise<number | null> {
  try {
    await limiter.consume(address);
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
    await this.limits.demand(context.switchToHttp().getRequest<Request>(), kind);
    return true;
  }
}
