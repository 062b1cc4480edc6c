import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';

export type TextMessage = { readonly id: string; readonly phone: string; readonly body: string };

type Row = { readonly id: string; readonly phone: string; readonly body: string };

const place = (column: 'phone' | 'body', rowId: string) => ({ table: 'sms_outbox', column, rowId });

/** Text messages for the gateway of the deploying body. What was taken is no longer kept. */
@Injectable()
export class SmsOutbox {
  constructor(private readonly cipher: FieldCipher) {}

  async put(tx: Tx, { id, phone, body }: TextMessage, at: Date): Promise<void> {
    await tx.query('INSERT INTO sms_outbox (id, phone, body, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING',
      [id, this.cipher.seal(phone, place('phone', id)), this.cipher.seal(body, place('body', id)), at.toISOString()]);
  }

  /** The oldest, marked as being sent; they are offered again after ten minutes unless they were settled. */
  async take(tx: Tx, most: number, at: Date): Promise<TextMessage[]> {
    const rows: Row[] = await tx.query(
      `SELECT id, phone, body FROM sms_outbox WHERE taken_at IS NULL OR taken_at < $2::timestamptz - interval '10 minutes'
       ORDER BY created_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`, [most, at.toISOString()]);
    await tx.query('UPDATE sms_outbox SET taken_at = $2 WHERE id = ANY ($1)', [rows.map(({ id }) => id), at.toISOString()]);
    return rows.map(({ id, phone, body }) => ({ id, phone: this.cipher.open(phone, place('phone', id)), body: this.cipher.open(body, place('body', id)) }));
  }

  /** The gateway has sent them. @returns how many there were */
  async settle(tx: Tx, ids: readonly string[]): Promise<number> {
    const [rows] = (await tx.query('DELETE FROM sms_outbox WHERE id = ANY ($1) RETURNING id', [ids])) as [unknown[], number];
    return rows.length;
  }
}
