import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** How many calls in how many seconds, and the name under which they are counted. */
export type CallLimit = { readonly name: string; readonly calls: number; readonly seconds: number };

export const perMinute = (name: string, calls: number): CallLimit => ({ name, calls, seconds: 60 });

/** Counts calls. Without a provider of this class every process counts for itself. */
export abstract class CallCounts {
  /**
   * Counts one call.
   * @param who account, client or network; personal data, so that whatever is stored of it is a keyed digest
   * @returns seconds that the caller has to wait; null where the call may go on
   */
  abstract count(limit: CallLimit, who: string): Promise<number | null>;
}

/** One limiter for each limit, in the memory of this process. */
export class MemoryCallCounts extends CallCounts {
  private readonly limiters = new Map<string, RateLimiterMemory>();

  count(limit: CallLimit, who: string): Promise<number | null> {
    return waitOf(this.limiterOf(limit), who);
  }

  /** Takes one call back. */
  async giveBack(limit: CallLimit, who: string): Promise<void> {
    await this.limiterOf(limit).reward(who);
  }

  limiterOf({ name, calls, seconds }: CallLimit): RateLimiterMemory {
    const known = this.limiters.get(`${name} ${calls}`) ?? new RateLimiterMemory({ keyPrefix: name, points: calls, duration: seconds });
    this.limiters.set(`${name} ${calls}`, known);
    return known;
  }
}

/** @throws what the store throws */
export async function waitOf(limiter: RateLimiterAbstract, who: string): Promise<number | null> {
  try {
    await limiter.consume(who);
    return null;
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
  }
}
