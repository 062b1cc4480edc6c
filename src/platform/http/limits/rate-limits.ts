import { Inject, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { callerOf, RouteTable, type Caller } from '../../access/index.js';
import { SETTINGS, type Settings } from '../../config/index.js';
import { CallCounts, MemoryCallCounts, perMinute, type CallLimit } from './call-counts.js';
import { clientAddress } from './client-address.js';
import { LIMIT_KIND, type LimitKind } from './limited-as.js';

/** Seconds that the caller of this request has to wait. */
const overdrawn = new WeakMap<Request, number>();

/**
 * Calls a minute. Those from one address, whoever calls, protect this process and are counted in it, before anything is asked
 * of the database. Those of an account, of a machine, of sign-ins and uploads are figures that were promised: they are counted
 * for all processes together. A machine is held to its own figure and not to that of the address that it shares.
 */
@Injectable()
export class RateLimits {
  private readonly here = new MemoryCallCounts();
  private readonly everywhere: CallCounts;
  private readonly all: CallLimit;
  private readonly account: CallLimit;
  private readonly kinds: Readonly<Record<LimitKind, CallLimit>>;

  constructor(@Inject(SETTINGS) { http }: Settings, @Optional() @Inject(CallCounts) counts: CallCounts | null) {
    this.everywhere = counts ?? this.here;
    this.all = perMinute('address', http.anonymousCallsPerMinute);
    this.account = perMinute('account', http.accountCallsPerMinute);
    this.kinds = { signIn: perMinute('sign-in', http.signInsPerMinute), upload: perMinute('upload', http.uploadsPerMinute), verify: perMinute('verify', http.verificationsPerMinute) };
  }

  /** Counts the call at once; the refusal is given later, in its place among the answers. */
  async count(req: Request): Promise<void> {
    const seconds = await this.here.count(this.all, clientAddress(req));
    if (seconds !== null) overdrawn.set(req, seconds);
  }

  /** @throws DomainError http.rate_limited */
  async demand(req: Request, kind: LimitKind | undefined, caller: Caller | null): Promise<void> {
    const seconds = (await this.ofCaller(req, caller)) ?? (kind ? await this.everywhere.count(this.kinds[kind], clientAddress(req)) : null);
    if (seconds !== null) throw new DomainError('http.rate_limited', { seconds });
  }

  private async ofCaller(req: Request, caller: Caller | null): Promise<number | null> {
    if (caller?.via === 'machine') {
      await this.here.giveBack(this.all, clientAddress(req));
      return caller.client === null ? null : this.everywhere.count(perMinute('machine', caller.client.callsPerMinute), caller.client.id);
    }
    return overdrawn.get(req) ?? (caller?.accountId ? this.everywhere.count(this.account, caller.accountId) : null);
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
