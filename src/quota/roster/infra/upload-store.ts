import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Language } from '../../../kernel/texts.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import type { VisitorKey } from './visitor-key.js';

export type UploadState = 'receiving' | 'queued' | 'running' | 'done' | 'refused' | 'failed';

/** `case`, `file`: what came; `head`, `persons`, `errors`: the result; `refusal`: why there is none. */
export type PartKind = 'case' | 'file' | 'head' | 'persons' | 'errors' | 'refusal';
const RESULT_KINDS: readonly PartKind[] = ['head', 'persons', 'errors', 'refusal'];

export type Upload = {
  readonly id: string;
  readonly state: UploadState;
  readonly phase: string;
  readonly rowsRead: number;
  readonly language: Language;
  readonly expiresAt: Date;
  /** Uploads that are read before this one; 0 once it is being read. */
  readonly ahead: number;
  /** Its process has not been heard of for a while. */
  readonly abandoned: boolean;
};

/** A process that works on uploads says so every few seconds; after this it counts as gone. */
const SILENCE_SECONDS = 15;
/** The clean-up comes once a minute: what it must have removed by the end of the promised time expires a minute earlier. */
const CLEAN_UP_SECONDS = 60;
const PARTS_AT_ONCE = 8;

/** Held while the two places at the table are handed out: one decision at a time, in all processes together. */
const QUEUE_LOCK = 7_304_188_101;

type Row = { id: string; state: UploadState; phase: string; rows_read: number; language: Language; expires_at: Date; ahead: string; abandoned: boolean };

/**
 * Uploads and results of the public calculator in the database, so that any web process can serve any visitor. Every
 * question names the visitor's proof: without the key an upload does not exist.
 */
@Injectable()
export class UploadStore {
  /** This process among those that work on uploads. */
  readonly process = randomUUID();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get retentionMinutes(): number {
    return this.settings.roster.retentionMinutes;
  }

  /** Opens an upload; @returns its id */
  async open(visitor: VisitorKey, language: Language): Promise<string> {
    const id = randomUUID();
    const kept = Math.max(this.settings.roster.retentionMinutes * 60 - CLEAN_UP_SECONDS, CLEAN_UP_SECONDS / 2);
    await this.unitOfWork.run((tx) => tx.query(
      `INSERT INTO roster_upload (id, visitor, state, phase, rows_read, language, owner, alive_at, created_at, expires_at)
       VALUES ($1, $2, 'receiving', 'opening', 0, $3, $4, now(), now(), now() + make_interval(secs => $5))`,
      [id, visitor.proof, language, this.process, kept],
    ));
    return id;
  }

  /** Puts parts beside those that are there; bodies are ciphertext. */
  async addParts(id: string, parts: readonly { readonly kind: PartKind; readonly place: number; readonly body: Buffer }[]): Promise<void> {
    if (parts.length === 0) return;
    const rows = parts.map((_, index) => `($1, $${index * 3 + 2}, $${index * 3 + 3}, $${index * 3 + 4})`).join(', ');
    await this.unitOfWork.run((tx) => tx.query(
      `INSERT INTO roster_upload_part (upload_id, kind, place, body) VALUES ${rows}`,
      [id, ...parts.flatMap(({ kind, place, body }) => [kind, place, body])],
    ));
  }

  /**
   * Hands an upload to the queue and removes the visitor's earlier ones: a corrected file takes the place of the first.
   * @returns ids of the removed ones @throws DomainError roster.queue_full
   */
  async enqueue(id: string, visitor: VisitorKey): Promise<readonly string[]> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [QUEUE_LOCK]);
      const [replaced] = await tx.query('DELETE FROM roster_upload WHERE visitor = $1 AND id <> $2 RETURNING id', [visitor.proof, id]) as [{ id: string }[], number];
      if ((await this.waiting(tx)) >= this.settings.roster.queueLength + this.settings.roster.parallelParses) throw new DomainError('roster.queue_full');
      await tx.query(`UPDATE roster_upload SET state = 'queued', owner = $2, alive_at = now(), queued_at = clock_timestamp() WHERE id = $1`, [id, this.process]);
      return replaced.map((row) => row.id);
    });
  }

  /** Whether the queue has room; asked before a file is taken. @throws DomainError roster.queue_full */
  async demandRoom(): Promise<void> {
    if ((await this.waiting(this.dataSource.manager)) >= this.settings.roster.queueLength + this.settings.roster.parallelParses) throw new DomainError('roster.queue_full');
  }

  /** Takes one of the places for reading, in order of arrival; false while it is not this one's turn. */
  async claim(id: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [QUEUE_LOCK]);
      const [rows] = await tx.query(
        `UPDATE roster_upload AS mine SET state = 'running', alive_at = now()
         WHERE mine.id = $1 AND mine.state = 'queued' AND mine.owner = $2
           AND (SELECT count(*) FROM roster_upload WHERE state = 'running' AND alive_at > now() - make_interval(secs => ${SILENCE_SECONDS})) < $3
           AND NOT EXISTS (SELECT FROM roster_upload AS other WHERE other.state = 'queued' AND other.queued_at < mine.queued_at AND other.alive_at > now() - make_interval(secs => ${SILENCE_SECONDS}))
         RETURNING mine.id`,
        [id, this.process, this.settings.roster.parallelParses],
      ) as [unknown[], number];
      return rows.length === 1;
    });
  }

  /** Takes over an upload whose process is gone; its half-made result is removed. False where somebody else was quicker. */
  async adopt(id: string, visitor: VisitorKey): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const [rows] = await tx.query(
        `UPDATE roster_upload SET state = 'queued', phase = 'opening', rows_read = 0, owner = $3, alive_at = now()
         WHERE id = $1 AND visitor = $2 AND state IN ('queued', 'running') AND alive_at < now() - make_interval(secs => ${SILENCE_SECONDS}) AND expires_at > now()
         RETURNING id`,
        [id, visitor.proof, this.process],
      ) as [unknown[], number];
      if (rows.length === 0) return false;
      await tx.query('DELETE FROM roster_upload_part WHERE upload_id = $1 AND kind = ANY($2)', [id, RESULT_KINDS]);
      return true;
    });
  }

  /** Notes how far the reading is; false when the upload is gone, so that the reading can stop. */
  async progress(id: string, phase: string, rowsRead: number): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => affected(await tx.query(
      `UPDATE roster_upload SET phase = $2, rows_read = $3, alive_at = now() WHERE id = $1 AND owner = $4 AND state = 'running' AND expires_at > now()`,
      [id, phase, rowsRead, this.process],
    )));
  }

  /** Ends a reading. The file itself has done its service and goes. */
  async finish(id: string, state: 'done' | 'refused' | 'failed', rowsRead: number): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.query(`UPDATE roster_upload SET state = $2, rows_read = $3, alive_at = now() WHERE id = $1 AND owner = $4 AND state = 'running'`, [id, state, rowsRead, this.process]);
      await tx.query(`DELETE FROM roster_upload_part WHERE upload_id = $1 AND kind IN ('file', 'case')`, [id]);
    });
  }

  /** Says that this process is still there. */
  async beat(): Promise<void> {
    await this.unitOfWork.run((tx) => tx.query(`UPDATE roster_upload SET alive_at = now() WHERE owner = $1 AND state IN ('receiving', 'queued', 'running')`, [this.process]));
  }

  /** @throws DomainError roster.not_found also for a key that is not the visitor's */
  async find(id: string, visitor: VisitorKey | null): Promise<Upload> {
    const notFound = new DomainError('roster.not_found', { minutes: this.retentionMinutes });
    if (visitor === null || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound;
    const [row] = await this.dataSource.query(
      `SELECT mine.id, state, phase, rows_read, language, expires_at,
         state IN ('queued', 'running') AND alive_at < now() - make_interval(secs => ${SILENCE_SECONDS}) AS abandoned,
         CASE WHEN state = 'queued' THEN (SELECT count(*) FROM roster_upload AS other
           WHERE other.state IN ('queued', 'running') AND other.queued_at < mine.queued_at AND other.alive_at > now() - make_interval(secs => ${SILENCE_SECONDS})) ELSE 0 END AS ahead
       FROM roster_upload AS mine WHERE mine.id = $1 AND visitor = $2 AND expires_at > now() AND state <> 'receiving'`,
      [id, visitor.proof],
    ) as Row[];
    if (row === undefined) throw notFound;
    return { id: row.id, state: row.state, phase: row.phase, rowsRead: row.rows_read, language: row.language, expiresAt: row.expires_at, ahead: Number(row.ahead), abandoned: row.abandoned };
  }

  /** Parts of a kind in order, still encrypted, a few at a time. */
  async *parts(id: string, kind: PartKind, from: number, to: number = Number.MAX_SAFE_INTEGER): AsyncGenerator<{ readonly place: number; readonly body: Buffer }, void, undefined> {
    for (let next = from; next < to;) {
      const rows = await this.dataSource.query(
        `SELECT place, body FROM roster_upload_part WHERE upload_id = $1 AND kind = $2 AND place >= $3 AND place < $4 ORDER BY place LIMIT ${PARTS_AT_ONCE}`,
        [id, kind, next, Math.min(to, next + PARTS_AT_ONCE)],
      ) as { place: number; body: Buffer }[];
      yield* rows;
      if (rows.length < Math.min(PARTS_AT_ONCE, to - next)) return;
      next += PARTS_AT_ONCE;
    }
  }

  /** Removes an upload and everything of it; false where there was none. */
  async remove(id: string, visitor: VisitorKey | null): Promise<boolean> {
    if (visitor === null) return false;
    return this.unitOfWork.run(async (tx) => affected(await tx.query('DELETE FROM roster_upload WHERE id = $1 AND visitor = $2', [id, visitor.proof])));
  }

  /** Removes what has had its time. @returns how many uploads */
  async removeExpired(): Promise<number> {
    return this.unitOfWork.run(async (tx) => ((await tx.query('DELETE FROM roster_upload WHERE expires_at <= now()')) as [unknown, number])[1]);
  }

  private async waiting(tx: Tx): Promise<number> {
    const [row] = await tx.query(`SELECT count(*)::int AS waiting FROM roster_upload WHERE state IN ('queued', 'running') AND alive_at > now() - make_interval(secs => ${SILENCE_SECONDS})`) as { waiting: number }[];
    return row?.waiting ?? 0;
  }
}

/** TypeORM answers UPDATE and DELETE with rows and their number. */
const affected = (answer: unknown): boolean => (answer as [unknown, number])[1] > 0;
