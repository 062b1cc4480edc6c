import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { KeyRing, type RingKey } from '../crypto/index.js';
import { mac, suites } from '../crypto/suites.js';
import { CallCounts, MemoryCallCounts, waitOf, type CallLimit } from '../http/index.js';

const KEY_BYTES = 32;

/**
 * Counts in `call_count`, one for all processes. Who was counted stands there as a keyed digest only. While the database does
 * not answer each process counts for itself.
 */
@Injectable()
export class DatabaseCallCounts extends CallCounts {
  private readonly limiters = new Map<string, RateLimiterPostgres>();
  private readonly meanwhile = new MemoryCallCounts();
  private digestKey: { readonly of: RingKey; readonly bytes: Buffer } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly ring: KeyRing,
  ) {
    super();
  }

  count(limit: CallLimit, who: string): Promise<number | null> {
    return waitOf(this.limiterOf(limit), this.digestOf(who));
  }

  private limiterOf(limit: CallLimit): RateLimiterPostgres {
    const { name, calls, seconds } = limit;
    const known = this.limiters.get(`${name} ${calls}`) ?? new RateLimiterPostgres({
      storeClient: this.dataSource, storeType: 'typeorm', tableName: 'call_count', tableCreated: true, clearExpiredByTimeout: false,
      keyPrefix: name, points: calls, duration: seconds, insuranceLimiter: this.meanwhile.limiterOf(limit),
    });
    this.limiters.set(`${name} ${calls}`, known);
    return known;
  }

  /** Under the current key: when it changes, counts begin anew. */
  private digestOf(who: string): string {
    const key = this.ring.currentOf('index');
    if (this.digestKey?.of !== key) this.digestKey = { of: key, bytes: key.derive('index', 'limits.who', KEY_BYTES) };
    return mac(suites[key.suite].digest, this.digestKey.bytes, Buffer.from(who)).toString('base64url');
  }
}
