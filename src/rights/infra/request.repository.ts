import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { personScope } from '../../people/registry/index.js';
import { withinScope, type Scope } from '../../platform/access/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { RequestKind, RequestStatus } from '../domain/request.js';

/** In a list; the words stand in `RequestDetail`. */
export type RightsRequest = {
  readonly id: string;
  readonly personId: string;
  readonly personName: string | null;
  readonly kind: RequestKind;
  readonly status: RequestStatus;
  readonly madeAt: Date;
  readonly dueOn: LocalDate;
  readonly answeredAt: Date | null;
  readonly version: number;
};

export type RequestDetail = RightsRequest & { readonly wish: string | null; readonly answer: string | null; readonly madeBy: string | null };

export type NewRequest = Pick<RightsRequest, 'id' | 'personId' | 'kind' | 'madeAt' | 'dueOn'> & { readonly wish: string | null; readonly madeBy: string | null };

export type Answer = { readonly status: RequestStatus; readonly answer: string | null; readonly by: string | null; readonly at: Date };

type Row = {
  id: string; person_id: string; person_name: string | null; kind: RequestKind; status: RequestStatus; made_at: Date; due_on: LocalDate; answered_at: Date | null; version: number;
  wish: string | null; answer: string | null; made_by: string | null;
};

const COLUMNS = 'r.id, r.person_id, p.name AS person_name, r.kind, r.status, r.made_at, r.due_on, r.answered_at, r.version, r.wish, r.answer, r.made_by';
const FROM = 'rights_request AS r JOIN person AS p ON p.id = r.person_id';

const sealedFor = (column: 'wish' | 'answer', rowId: string) => ({ table: 'rights_request', column, rowId });

/** Requests of people whom a scope shows. */
@Injectable()
export class RequestRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** In the order in which they are due, of one day those first that were made first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, status: RequestStatus | null, after: readonly [string, Date, string] | null, limit: number): Promise<readonly RightsRequest[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, personScope, params)];
    if (status !== null) conditions.push(`r.status = $${params.push(status)}`);
    if (after !== null) conditions.push(`(r.due_on, r.made_at, r.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::timestamptz, $${params.push(after[2])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY r.due_on, r.made_at, r.id LIMIT $1`, params) as Row[];
    return rows.map(lineOf);
  }

  /** All of one person with their words, the latest first. */
  async of(tx: Tx, scope: Scope, personId: string): Promise<readonly RequestDetail[]> {
    const params: unknown[] = [personId];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = $1 AND ${withinScope(scope, personScope, params)} ORDER BY r.made_at DESC, r.id LIMIT 200`, params) as Row[];
    return rows.map((row) => this.detail(row));
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<RequestDetail | null> {
    return this.one(tx, scope, id, '');
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<RequestDetail | null> {
    return this.one(tx, scope, id, 'FOR UPDATE OF r');
  }

  /** The person was found in the scope. */
  async add(tx: Tx, _scope: Scope, { id, personId, kind, wish, madeBy, madeAt, dueOn }: NewRequest): Promise<void> {
    await tx.query('INSERT INTO rights_request (id, person_id, kind, wish, made_by, made_at, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, personId, kind, wish === null ? null : this.cipher.seal(wish, sealedFor('wish', id)), madeBy, madeAt, dueOn]);
  }

  async answer(tx: Tx, scope: Scope, id: string, { status, answer, by, at }: Answer): Promise<void> {
    const params: unknown[] = [id, status, answer === null ? null : this.cipher.seal(answer, sealedFor('answer', id)), by, at];
    await tx.query(
      `UPDATE rights_request AS r SET status = $2, answer = $3, answered_by = $4, answered_at = $5, version = r.version + 1 FROM person AS p
       WHERE p.id = r.person_id AND r.id = $1 AND ${withinScope(scope, personScope, params)}`, params,
    );
  }

  /** Takes the words out of requests of a person who is anonymised. */
  async forgetWords(tx: Tx, scope: Scope, personId: string): Promise<void> {
    const params: unknown[] = [personId];
    await tx.query(`UPDATE rights_request AS r SET wish = NULL, answer = NULL FROM person AS p WHERE p.id = r.person_id AND p.id = $1 AND ${withinScope(scope, personScope, params)}`, params);
  }

  /** Deletes what was answered on or before a day. @returns how many */
  async deleteAnswered(tx: Tx, scope: Scope, day: LocalDate): Promise<number> {
    const params: unknown[] = [day];
    const [, count] = await tx.query(`DELETE FROM rights_request AS r USING person AS p WHERE p.id = r.person_id AND r.answered_at::date <= $1::date AND ${withinScope(scope, personScope, params)}`, params) as [unknown, number];
    return count;
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<RequestDetail | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE r.id = $1 AND ${withinScope(scope, personScope, params)} ${locking}`, params) as Row[];
    return row ? this.detail(row) : null;
  }

  private detail(row: Row): RequestDetail {
    const opened = (column: 'wish' | 'answer'): string | null => (row[column] === null ? null : this.cipher.open(row[column], sealedFor(column, row.id)));
    return { ...lineOf(row), wish: opened('wish'), answer: opened('answer'), madeBy: row.made_by };
  }
}

const lineOf = (row: Row): RightsRequest => ({
  id: row.id, personId: row.person_id, personName: row.person_name, kind: row.kind, status: row.status, madeAt: row.made_at, dueOn: row.due_on, answeredAt: row.answered_at, version: row.version,
});
