import { Injectable } from '@nestjs/common';
import { monthNumber, monthOfNumber, type YearMonth } from '../../kernel/year-month.js';
import type { Tx } from '../../platform/database/index.js';

export type PersonMonth = { readonly registryPersonId: string; readonly month: YearMonth };

export type CountedMonth = PersonMonth & { /** 2 for severe grades. */ readonly weight: 1 | 2 };

/** A person-month that is counted already, and for whom. */
export type TakenMonth = PersonMonth & { readonly employerId: string; readonly declarationId: string };

type Row = { registry_person_id: string; month: number; employer_id: string; declaration_id: string };

/**
 * The person-months that reviews have counted. A person-month is counted once in the whole database, whoever asks, so no
 * scope can stand here; the key of the table holds it, and what meets it becomes `employment.person_month.already_counted`.
 */
@Injectable()
export class CountedMonths {
  /** @throws (through the unit of work) DomainError employment.person_month.already_counted; then nothing is stored */
  async count(tx: Tx, declarationId: string, employerId: string, months: readonly CountedMonth[], at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO counted_person_month (registry_person_id, month, employer_id, declaration_id, weight, counted_at)
       SELECT person, month, $3, $4, weight, $6 FROM unnest($1::bigint[], $2::integer[], $5::smallint[]) AS v (person, month, weight) ORDER BY person, month`,
      [months.map(({ registryPersonId }) => registryPersonId), months.map(({ month }) => monthNumber(month)), employerId, declarationId, months.map(({ weight }) => weight), at],
    );
  }

  /** Gives back what a declaration had counted: it is corrected, refused or withdrawn. @returns how many months */
  async release(tx: Tx, declarationId: string): Promise<number> {
    const [, released] = await tx.query('DELETE FROM counted_person_month WHERE declaration_id = $1', [declarationId]) as [unknown, number];
    return released;
  }

  /** Which of these months are counted in other declarations. */
  async takenByOthers(tx: Tx, declarationId: string, months: readonly PersonMonth[]): Promise<readonly TakenMonth[]> {
    const rows = await tx.query(
      `SELECT c.registry_person_id, c.month, c.employer_id, c.declaration_id FROM unnest($1::bigint[], $2::integer[]) AS v (person, month)
       JOIN counted_person_month AS c ON c.registry_person_id = v.person AND c.month = v.month WHERE c.declaration_id <> $3 ORDER BY 1, 2`,
      [months.map(({ registryPersonId }) => registryPersonId), months.map(({ month }) => monthNumber(month)), declarationId],
    ) as Row[];
    return rows.map((row) => ({ registryPersonId: row.registry_person_id, month: monthOfNumber(row.month), employerId: row.employer_id, declarationId: row.declaration_id }));
  }
}
