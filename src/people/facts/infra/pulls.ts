import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import type { FactKind } from '../domain/kinds.js';

export type FactPull = { readonly id: string; readonly cursor: string | null; readonly pages: number };

export type PullRow = { readonly kind: FactKind; readonly source: string; readonly state: 'running' | 'done' | 'failed'; readonly pages: number; readonly fault: string | null; readonly startedAt: Date; readonly changedAt: Date };

/** How far each register was read over HTTP. Registers speak of the whole country, so no scope stands here. */
@Injectable()
export class Pulls {
  /** The pull that is not done, to go on with, or a new one from the first page. */
  async open(tx: Tx, kind: FactKind, source: string, at: Date): Promise<FactPull> {
    const [row] = await tx.query(
      `INSERT INTO fact_pull AS p (kind, source, state, started_at, changed_at) VALUES ($1, $2, 'running', $3, $3)
       ON CONFLICT (kind, source) WHERE state <> 'done' DO UPDATE SET state = 'running', fault = NULL, changed_at = $3 RETURNING p.id, p.cursor, p.pages`, [kind, source, at],
    ) as FactPull[];
    if (row === undefined) throw new Error('no pull was opened');
    return row;
  }

  /** After a page; `next` null after the last. @returns false where somebody else has moved on meanwhile */
  async advance(tx: Tx, { id, cursor, pages }: FactPull, next: string | null, at: Date): Promise<boolean> {
    const [, moved] = await tx.query(
      `UPDATE fact_pull SET cursor = $4, pages = pages + 1, state = CASE WHEN $4::text IS NULL THEN 'done' ELSE 'running' END, changed_at = $5 WHERE id = $1 AND cursor IS NOT DISTINCT FROM $2 AND pages = $3 AND state = 'running'`,
      [id, cursor, pages, next, at],
    ) as [unknown, number];
    return moved === 1;
  }

  async fail(tx: Tx, id: string, fault: string, at: Date): Promise<void> {
    await tx.query(`UPDATE fact_pull SET state = 'failed', fault = $2, changed_at = $3 WHERE id = $1 AND state = 'running'`, [id, fault, at]);
  }

  async latest(tx: Tx): Promise<readonly PullRow[]> {
    const rows = await tx.query('SELECT DISTINCT ON (kind, source) kind, source, state, pages, fault, started_at, changed_at FROM fact_pull ORDER BY kind, source, id DESC') as
      { kind: FactKind; source: string; state: PullRow['state']; pages: number; fault: string | null; started_at: Date; changed_at: Date }[];
    return rows.map((row) => ({ kind: row.kind, source: row.source, state: row.state, pages: row.pages, fault: row.fault, startedAt: row.started_at, changedAt: row.changed_at }));
  }
}
