import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { nextCount, waitUntil } from '../domain/back-off.js';

/** One account, known or not, from one place. */
export type AttemptKey = { readonly subject: string; readonly place: string };

@Injectable()
export class AttemptStore {
  /**
   * Counts an attempt before it is judged, so that many at once are not all let through; a success takes the count back.
   * @returns the instant to wait for, null where the attempt may go on. The row stays locked until the transaction ends.
   */
  async admit(tx: Tx, { subject, place }: AttemptKey, now: Date): Promise<Date | null> {
    const first = await tx.query('INSERT INTO sign_in_attempt (subject, place, count, last_at) VALUES ($1, $2, 1, $3) ON CONFLICT DO NOTHING RETURNING count', [subject, place, now]) as unknown[];
    if (first.length > 0) return null;
    const [row] = await tx.query(
      `INSERT INTO sign_in_attempt (subject, place, count, last_at) VALUES ($1, $2, 0, $3)
       ON CONFLICT (subject, place) DO UPDATE SET subject = excluded.subject RETURNING count, last_at`,
      [subject, place, now],
    ) as { count: number; last_at: Date }[];
    const before = row && row.count > 0 ? { count: row.count, lastAt: row.last_at } : null;
    const until = before && waitUntil(before);
    if (until && until > now) return until;
    await tx.query('UPDATE sign_in_attempt SET count = $3, last_at = $4 WHERE subject = $1 AND place = $2', [subject, place, nextCount(before, now), now]);
    return null;
  }

  /** Whether a refusal is the first of its step of waiting, which ends at `until`. */
  async isFirstOf(tx: Tx, { subject, place }: AttemptKey, until: Date): Promise<boolean> {
    const written = await tx.query(
      `INSERT INTO sign_in_attempt (subject, place, count, last_at) VALUES ($1, $2, 0, $3)
       ON CONFLICT (subject, place) DO UPDATE SET last_at = excluded.last_at WHERE sign_in_attempt.last_at <> excluded.last_at RETURNING place`,
      [`${subject} waits`, place, until],
    ) as unknown[];
    return written.length > 0;
  }

  /** One more failure of this place at contacts that nobody has. @returns how many there are */
  async countUnknown(tx: Tx, place: string, now: Date): Promise<number> {
    const [row] = await tx.query(
      `INSERT INTO sign_in_attempt (subject, place, count, last_at) VALUES ('unknown contacts', $1, 1, $2)
       ON CONFLICT (subject, place) DO UPDATE SET count = sign_in_attempt.count + 1, last_at = excluded.last_at RETURNING count`,
      [place, now],
    ) as { count: number }[];
    return row?.count ?? 1;
  }

  async forget(tx: Tx, { subject, place }: AttemptKey): Promise<void> {
    await tx.query('DELETE FROM sign_in_attempt WHERE subject = $1 AND place = $2', [subject, place]);
  }
}
