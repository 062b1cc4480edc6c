import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { MessageRecipient } from '../../platform/messages/index.js';

export type MessageState = 'kept' | 'waiting' | 'sent' | 'refused' | 'unreachable';

export type NewMessage = {
  readonly id: string;
  readonly to: MessageRecipient;
  readonly template: string;
  readonly params: TextParams;
  readonly inInbox: boolean;
  readonly state: MessageState;
  readonly createdAt: Date;
};

export type StoredMessage = {
  readonly id: string;
  readonly to: MessageRecipient;
  readonly template: string;
  readonly params: TextParams;
  readonly state: MessageState;
};

type Row = {
  readonly id: string; readonly account_id: string | null; readonly template: string; readonly params: string; readonly address_kind: 'email' | 'phone' | null;
  readonly address: string | null; readonly language: Language | null; readonly state: MessageState;
};

const place = (column: 'params' | 'address', rowId: string) => ({ table: 'message', column, rowId });

/** Messages with what is personal in them sealed. */
@Injectable()
export class MessageStore {
  constructor(private readonly cipher: FieldCipher) {}

  async add(tx: Tx, { id, to, template, params, inInbox, state, createdAt }: NewMessage): Promise<void> {
    const [accountId, kind, address, language] = 'accountId' in to ? [to.accountId, null, null, null] : [null, to.address.kind, this.cipher.seal(to.address.value, place('address', id)), to.language];
    await tx.query(
      `INSERT INTO message (id, account_id, template, params, address_kind, address, language, in_inbox, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, accountId, template, this.cipher.seal(JSON.stringify(params), place('params', id)), kind, address, language, inInbox, state, createdAt.toISOString()],
    );
  }

  /** Locked until the transaction ends. Null where it is gone. */
  async take(tx: Tx, id: string): Promise<StoredMessage | null> {
    const [row]: Row[] = await tx.query('SELECT id, account_id, template, params, address_kind, address, language, state FROM message WHERE id = $1 FOR UPDATE', [id]);
    return row ? this.opened(row) : null;
  }

  async settle(tx: Tx, id: string, state: MessageState, channel: 'email' | 'sms' | null, at: Date): Promise<void> {
    await tx.query('UPDATE message SET state = $2, channel = $3, sent_at = $4 WHERE id = $1', [id, state, channel, state === 'sent' ? at.toISOString() : null]);
  }

  openParams(id: string, sealed: string): TextParams {
    return JSON.parse(this.cipher.open(sealed, place('params', id))) as TextParams;
  }

  private opened({ id, account_id: accountId, template, params, address_kind: kind, address, language, state }: Row): StoredMessage {
    const to: MessageRecipient | null = accountId !== null ? { accountId }
      : kind !== null && address !== null && language !== null ? { address: { kind, value: this.cipher.open(address, place('address', id)) }, language } : null;
    if (to === null) throw new Error(`message ${id} has no recipient`);
    return { id, to, template, params: this.openParams(id, params), state };
  }
}
