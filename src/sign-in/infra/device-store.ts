import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

/** A browser that is not used for so long is a stranger again. */
export const DEVICE_DAYS = 400;

/** Browsers from which accounts were entered before. */
@Injectable()
export class DeviceStore {
  async isKnown(tx: Tx, accountId: string, digest: Buffer): Promise<boolean> {
    const rows = await tx.query('SELECT FROM known_device WHERE digest = $1 AND account_id = $2', [digest, accountId]) as unknown[];
    return rows.length > 0;
  }

  async remember(tx: Tx, accountId: string, digest: Buffer, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO known_device (digest, account_id, last_at) VALUES ($1, $2, $3) ON CONFLICT (digest, account_id) DO UPDATE SET last_at = excluded.last_at`,
      [digest, accountId, now],
    );
  }
}
