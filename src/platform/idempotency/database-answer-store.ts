import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { FieldCipher } from '../crypto/index.js';
import { withBeforeCommit, type Tx } from '../database/index.js';
import type { AnswerStore, Claim, KeptAnswer, KeyedCall } from '../http/index.js';
import { LOGGER, type Logger } from '../logging/index.js';

/** Longer than any statement may run. Whoever died holds its key no longer than this. */
const HOLD_SECONDS = 90;

export const KEPT_HOURS = 24;

/** A row that is deleted while we look is tried for again. */
const LOOKS = 5;

type Row = { readonly id: string; readonly content: string; readonly answer: string | null; readonly acted: boolean; readonly seconds_left: number };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const place = (column: 'content' | 'answer', rowId: string) => ({ table: 'idempotent_call', column, rowId });

/**
 * Answers in `idempotent_call`. Every time is the database's own, so that several machines have one clock. An attempt that
 * died before its first commit frees its key by itself; one that died after it cannot be told apart from one that was
 * carried out, so it is never repeated.
 */
@Injectable()
export class DatabaseAnswerStore implements AnswerStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError idempotency.key_reused, idempotency.under_way, idempotency.outcome_unknown */
  async begin(call: KeyedCall): Promise<{ readonly kept: KeptAnswer } | { readonly claim: Claim }> {
    const keyHash = sha256(call.key);
    const digest = sha256(call.content);
    for (let look = 1; look <= LOOKS; look += 1) {
      const id = randomUUID();
      if (await this.take(id, call, keyHash, digest)) return { claim: this.claim(id) };
      const row = await this.find(call, keyHash);
      if (row) return { kept: this.answerOf(row, digest) };
    }
    throw new DomainError('idempotency.under_way', { seconds: 1 });
  }

  /** Takes a key that is new, older than a day, or held by an attempt that died before its first commit. */
  private async take(id: string, { caller, route }: KeyedCall, keyHash: string, digest: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO idempotent_call AS held (id, caller, route, key_hash, content, begun_at, held_until)
       VALUES ($1, $2, $3, $4, $5, now(), now() + make_interval(secs => $6))
       ON CONFLICT (caller, route, key_hash) DO UPDATE
         SET id = excluded.id, content = excluded.content, begun_at = excluded.begun_at, held_until = excluded.held_until, acted_at = NULL, answer = NULL
         WHERE held.held_until < now() AND ((held.answer IS NULL AND held.acted_at IS NULL) OR held.begun_at < now() - make_interval(hours => $7))
       RETURNING id`,
      [id, caller, route, keyHash, this.cipher.seal(digest, place('content', id)), HOLD_SECONDS, KEPT_HOURS]);
    return rows.length > 0;
  }

  private async find({ caller, route }: KeyedCall, keyHash: string): Promise<Row | undefined> {
    const [row]: Row[] = await this.dataSource.query(
      `SELECT id, content, answer, acted_at IS NOT NULL AS acted, ceil(extract(epoch FROM held_until - now()))::integer AS seconds_left
       FROM idempotent_call WHERE caller = $1 AND route = $2 AND key_hash = $3`,
      [caller, route, keyHash]);
    return row;
  }

  private answerOf({ id, content, answer, acted, seconds_left }: Row, digest: string): KeptAnswer {
    if (this.cipher.open(content, place('content', id)) !== digest) throw new DomainError('idempotency.key_reused');
    if (answer !== null) return JSON.parse(this.cipher.open(answer, place('answer', id))) as KeptAnswer;
    if (acted && seconds_left <= 0) throw new DomainError('idempotency.outcome_unknown');
    throw new DomainError('idempotency.under_way', { seconds: Math.max(1, seconds_left) });
  }

  private claim(id: string): Claim {
    return {
      run: (work) => withBeforeCommit((tx) => noteCommit(tx, id), work),
      keep: (answer) => this.quietly(() => this.dataSource.query('UPDATE idempotent_call SET answer = $2 WHERE id = $1', [id, this.cipher.seal(JSON.stringify(answer), place('answer', id))])),
      release: () => this.quietly(async () => {
        await this.dataSource.query('DELETE FROM idempotent_call WHERE id = $1 AND acted_at IS NULL', [id]);
        await this.dataSource.query('UPDATE idempotent_call SET held_until = now() WHERE id = $1', [id]);
      }),
    };
  }

  /** The call itself is over; what cannot be noted now frees itself, or is told to be unknown. */
  private async quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ event: 'idempotency.not_noted', err: error }, 'an answer could not be kept');
    }
  }
}

/** In the call's own transaction. An attempt that lost its key to another commits nothing. */
async function noteCommit(tx: Tx, id: string): Promise<void> {
  const [, held]: [unknown, number] = await tx.query('UPDATE idempotent_call SET acted_at = coalesce(acted_at, now()) WHERE id = $1', [id]);
  if (held === 0) throw new DomainError('idempotency.under_way', { seconds: 1 });
}
