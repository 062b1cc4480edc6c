import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { CallCounts } from '../../../platform/http/index.js';

const HOUR = 3_600;

/** How much one address may ask for: uploads an hour over all processes, and those under way in this one. */
@Injectable()
export class RosterQuota {
  private readonly underWay = new Map<string, number>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly counts: CallCounts,
  ) {}

  /** Counts an upload. @throws DomainError roster.quota_exceeded, roster.waiting_quota_exceeded */
  async take(address: string): Promise<void> {
    const { quotaPerAddress, waitingPerAddress } = this.settings.roster;
    if ((this.underWay.get(address) ?? 0) >= waitingPerAddress) throw new DomainError('roster.waiting_quota_exceeded', { limit: waitingPerAddress });
    const seconds = await this.counts.count({ name: 'roster', calls: quotaPerAddress, seconds: HOUR }, address);
    if (seconds !== null) throw new DomainError('roster.quota_exceeded', { limit: quotaPerAddress });
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
