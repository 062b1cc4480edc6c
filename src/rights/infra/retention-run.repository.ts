import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

export type RetentionRun = { readonly id: string; readonly ranAt: Date; readonly rule: string; readonly endedBefore: LocalDate; readonly applied: number };

/** What the job of retention has done: numbers of the whole service, about nobody. */
@Injectable()
export class RetentionRunRepository {
  async add(tx: Tx, _scope: Scope, rule: string, endedBefore: LocalDate, applied: number, at: Date): Promise<void> {
    await tx.query('INSERT INTO retention_run (id, ran_at, rule, ended_before, applied) VALUES ($1, $2, $3, $4, $5)', [randomUUID(), at, rule, endedBefore, applied]);
  }

  /** The latest first, after the one given; at most `limit`. */
  async list(tx: Tx, _scope: Scope, after: readonly [Date, string] | null, limit: number): Promise<readonly RetentionRun[]> {
    const rows = await tx.query(
      `SELECT id, ran_at, rule, ended_before, applied FROM retention_run WHERE $2::timestamptz IS NULL OR (ran_at, id) < ($2::timestamptz, $3::uuid) ORDER BY ran_at DESC, id DESC LIMIT $1`,
      [limit, after?.[0] ?? null, after?.[1] ?? null],
    ) as { id: string; ran_at: Date; rule: string; ended_before: LocalDate; applied: number }[];
    return rows.map(({ id, ran_at, rule, ended_before, applied }) => ({ id, ranAt: ran_at, rule, endedBefore: ended_before, applied }));
  }
}
