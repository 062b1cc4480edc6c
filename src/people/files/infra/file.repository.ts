import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { personScope } from '../../registry/index.js';
import type { ClosingReason } from '../domain/reveal.js';

export type PersonFile = { readonly personId: string; readonly openedOn: string; readonly closedOn: string | null; readonly closingReason: ClosingReason | null; readonly rankingOff: boolean };

type Row = { person_id: string; opened_on: string; closed_on: string | null; closing_reason: ClosingReason | null; ranking_off: boolean };

const COLUMNS = 'f.person_id, f.opened_on, f.closed_on, f.closing_reason, f.ranking_off';

/** Files of people whom a scope shows. */
@Injectable()
export class FileRepository {
  async find(tx: Tx, scope: Scope, personId: string): Promise<PersonFile | null> {
    const params: unknown[] = [personId];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM person_file AS f JOIN person AS p ON p.id = f.person_id WHERE p.id = $1 AND ${withinScope(scope, personScope, params)}`, params) as Row[];
    return row ? { personId: row.person_id, openedOn: row.opened_on, closedOn: row.closed_on, closingReason: row.closing_reason, rankingOff: row.ranking_off } : null;
  }

  /** Whether an account's person has an open file. */
  async holdsAccount(tx: Tx, scope: Scope, accountId: string): Promise<boolean> {
    const params: unknown[] = [accountId];
    const rows = await tx.query(`SELECT FROM person_file AS f JOIN person AS p ON p.id = f.person_id WHERE p.account_id = $1 AND f.closed_on IS NULL AND ${withinScope(scope, personScope, params)}`, params) as unknown[];
    return rows.length > 0;
  }

  /** The person was entered within the scope. */
  async add(tx: Tx, _scope: Scope, personId: string, openedOn: LocalDate, createdBy: string | null): Promise<void> {
    await tx.query('INSERT INTO person_file (person_id, opened_on, created_by) VALUES ($1, $2, $3)', [personId, openedOn, createdBy]);
  }

  async close(tx: Tx, scope: Scope, personId: string, on: LocalDate, reason: ClosingReason): Promise<void> {
    const params: unknown[] = [personId, on, reason];
    await tx.query(`UPDATE person_file AS f SET closed_on = $2, closing_reason = $3 FROM person AS p WHERE p.id = f.person_id AND p.id = $1 AND ${withinScope(scope, personScope, params)}`, params);
  }

  async setRanking(tx: Tx, scope: Scope, personId: string, off: boolean): Promise<void> {
    const params: unknown[] = [personId, off];
    await tx.query(`UPDATE person_file AS f SET ranking_off = $2 FROM person AS p WHERE p.id = f.person_id AND p.id = $1 AND ${withinScope(scope, personScope, params)}`, params);
  }

  /** Closed on or before a day and not yet anonymised; the oldest first. */
  async closedBefore(tx: Tx, scope: Scope, day: LocalDate, limit: number): Promise<readonly string[]> {
    const params: unknown[] = [day, limit];
    const rows = await tx.query(
      `SELECT f.person_id FROM person_file AS f JOIN person AS p ON p.id = f.person_id
       WHERE f.closed_on <= $1::date AND p.anonymised_at IS NULL AND ${withinScope(scope, personScope, params)} ORDER BY f.closed_on, f.person_id LIMIT $2 FOR UPDATE OF p SKIP LOCKED`,
      params,
    ) as { person_id: string }[];
    return rows.map(({ person_id }) => person_id);
  }
}
