import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { personScope } from '../../people/registry/index.js';
import { withinScope, type Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Consent, DataKind, GivenHow, Purpose, Recipient } from '../domain/consent.js';

export type NewConsent = Omit<Consent, 'withdrawnOn' | 'withdrawnHow'> & { readonly personId: string; readonly givenBy: string | null; readonly givenAt: Date };

type Row = { id: string; purpose: Purpose; recipient: Recipient; what: DataKind[]; since: LocalDate; until: LocalDate | null; given_how: GivenHow; withdrawn_on: LocalDate | null; withdrawn_how: GivenHow | null };

const COLUMNS = 'c.id, c.purpose, c.recipient, c.what, c.since, c.until, c.given_how, c.withdrawn_on, c.withdrawn_how';

/** Consents of people whom a scope shows. */
@Injectable()
export class ConsentRepository {
  /** The latest first, ended ones too. */
  async of(tx: Tx, scope: Scope, personId: string): Promise<readonly Consent[]> {
    const params: unknown[] = [personId];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM consent AS c JOIN person AS p ON p.id = c.person_id WHERE p.id = $1 AND ${withinScope(scope, personScope, params)} ORDER BY c.given_at DESC, c.id LIMIT 200`, params) as Row[];
    return rows.map((row) => ({ id: row.id, purpose: row.purpose, recipient: row.recipient, what: row.what, since: row.since, until: row.until, givenHow: row.given_how, withdrawnOn: row.withdrawn_on, withdrawnHow: row.withdrawn_how }));
  }

  /** The person was found in the scope. */
  async add(tx: Tx, _scope: Scope, c: NewConsent): Promise<void> {
    await tx.query(
      'INSERT INTO consent (id, person_id, purpose, recipient, what, since, until, given_how, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [c.id, c.personId, c.purpose, c.recipient, [...c.what], c.since, c.until, c.givenHow, c.givenBy, c.givenAt],
    );
  }

  /** @returns false where there is none that could be withdrawn */
  async withdraw(tx: Tx, scope: Scope, personId: string, id: string, on: LocalDate, how: GivenHow, by: string | null): Promise<boolean> {
    const params: unknown[] = [id, personId, on, how, by];
    const [, count] = await tx.query(
      `UPDATE consent AS c SET withdrawn_on = $3, withdrawn_how = $4, withdrawn_by = $5 FROM person AS p
       WHERE p.id = c.person_id AND c.id = $1 AND p.id = $2 AND c.withdrawn_on IS NULL AND ${withinScope(scope, personScope, params)}`, params,
    ) as [unknown, number];
    return count > 0;
  }

  /** Deletes what ended on or before a day. @returns how many */
  async deleteEnded(tx: Tx, scope: Scope, day: LocalDate): Promise<number> {
    const params: unknown[] = [day];
    const [, count] = await tx.query(`DELETE FROM consent AS c USING person AS p WHERE p.id = c.person_id AND least(c.until, c.withdrawn_on) <= $1::date AND ${withinScope(scope, personScope, params)}`, params) as [unknown, number];
    return count;
  }
}
