import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fill, type TextVariant } from '../../kernel/texts.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { templateNamed } from '../../platform/messages/index.js';
import { MessageStore } from '../infra/message-store.js';

export type InboxMessage = {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly at: Date;
  readonly readAt: Date | null;
  /** Where it leads to in this service; null for what is only told. */
  readonly page: string | null;
};

export type InboxPage = {
  readonly messages: readonly InboxMessage[];
  readonly unread: number;
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
};

type Row = { readonly id: string; readonly template: string; readonly params: string; readonly created_at: Date; readonly read_at: Date | null };

const PAGE = 20;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COLUMNS = 'id, template, params, created_at, read_at';

/** The messages of one account, in the words in which it reads now. Every call is of that account and no other. */
@Injectable()
export class Inbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: MessageStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. @param after `next` of the page before; anything else begins at the newest */
  list(accountId: string, variant: TextVariant, after: string | null): Promise<InboxPage> {
    return this.unitOfWork.run(async (tx) => {
      const rows: Row[] = await tx.query(
        `SELECT ${COLUMNS} FROM message WHERE account_id = $1 AND in_inbox
           AND ($2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM message WHERE id = $2::uuid AND account_id = $1))
         ORDER BY created_at DESC, id DESC LIMIT ${PAGE + 1}`, [accountId, after !== null && UUID.test(after) ? after : null]);
      const shown = rows.slice(0, PAGE);
      return { messages: shown.map((row) => this.told(row, variant)), unread: await this.unread(tx, accountId), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
    });
  }

  /** Opens a message, which is read from now on. @throws DomainError `messages.not_found`, also for another account's */
  open(accountId: string, variant: TextVariant, id: string): Promise<InboxMessage> {
    return this.unitOfWork.run(async (tx) => {
      const [rows] = (UUID.test(id)
        ? await tx.query(`UPDATE message SET read_at = coalesce(read_at, $3) WHERE id = $2 AND account_id = $1 AND in_inbox RETURNING ${COLUMNS}`, [accountId, id, this.clock.now().toISOString()])
        : [[], 0]) as [Row[], number];
      const [row] = rows;
      if (!row) throw new DomainError('messages.not_found');
      return this.told(row, variant);
    });
  }

  private async unread(tx: Tx, accountId: string): Promise<number> {
    const [counted]: { n: number }[] = await tx.query('SELECT count(*)::int AS n FROM message WHERE account_id = $1 AND in_inbox AND read_at IS NULL', [accountId]);
    return counted?.n ?? 0;
  }

  private told({ id, template, params, created_at: at, read_at: readAt }: Row, variant: TextVariant): InboxMessage {
    const found = templateNamed(template);
    const words = variant === 'easy' ? (found?.easy ?? found?.zh) : found?.[variant];
    const values = this.store.openParams(id, params);
    return { id, subject: words ? fill(words.subject, values) : template, body: words ? fill(words.body, values) : '', at, readAt, page: found?.page === undefined ? null : fill(found.page, values) };
  }
}
