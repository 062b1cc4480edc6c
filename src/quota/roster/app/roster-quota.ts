import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../../kernel/domain-error.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';

const HOUR = 3_600;

/** How much one address may ask for, counted in this process: an address is personal data and goes into no table. */
@Injectable()
export class RosterQuota {
  private readonly perHour: RateLimiterMemory;
  private readonly underWay = new Map<string, number>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.perHour = new RateLimiterMemory({ points: settings.roster.quotaPerAddress, duration: HOUR });
  }

  /** Counts an upload. @throws DomainError roster.quota_exceeded, roster.waiting_quota_exceeded */
  async take(address: string): Promise<void> {
    const { quotaPerAddress, waitingPerAddress } = this.settings.roster;
    if ((this.underWay.get(address) ?? 0) >= waitingPerAddress) throw new DomainError('roster.waiting_quota_exceeded', { limit: waitingPerAddress });
    try {
      await this.perHour.consume(address);
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      throw new DomainError('roster.quota_exceeded', { limit: quotaPerAddress });
    }
  }

  /** An upload of the address waits or is read until the returned function is called. */
  begin(address: string): () => void {
    this.underWay.set(address, (this.underWay.get(address) ?? 0) + 1);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      const left = (this.underWay.get(address) ?? 1) - 1;
      if (left > 0) this.underWay.set(address, left);
      else this.underWay.delete(address);
    };
  }
}
