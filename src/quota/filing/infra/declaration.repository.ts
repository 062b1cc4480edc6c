import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { EmployerKind } from '../../employers/index.js';
import type { DeclarationState } from '../domain/declaration-states.js';

/** companion: the legal filing stays on the national platform; native: it is made here. */
export type ReviewMode = 'companion' | 'native';

/** Where a declaration stands. */
export type DeclarationHead = {
  readonly id: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly employerKind: EmployerKind;
  /** The employer's registration; null where it is not known. */
  readonly registeredOn: LocalDate | null;
  readonly baseYear: number;
  readonly filingYear: number;
  readonly regionCode: RegionCode;
  readonly mode: ReviewMode;
  readonly state: DeclarationState;
  readonly stateSince: Date;
  readonly currentVersion: number;
  readonly openedAt: Date;
  /** Last day of the window; null where it is not known. */
  readonly deadline: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly submittedAt: Date | null;
  readonly isLate: boolean;
  readonly firstChecker: string | null;
  readonly doubt: number;
  /** Counts every change of state or content; a writer names the one that it has seen. */
  readonly version: number;
};

export type NewDeclaration = Pick<DeclarationHead, 'id' | 'employerId' | 'baseYear' | 'filingYear' | 'regionCode' | 'mode' | 'deadline'>;

/** What a step writes; `undefined` leaves a value as it is. */
export type Move = {
  readonly state: DeclarationState;
  readonly dueOn?: LocalDate | null | undefined;
  readonly submittedAt?: Date | undefined;
  readonly isLate?: boolean | undefined;
  readonly firstChecker?: string | null | undefined;
};

type Row = {
  id: string; employer_id: string; employer_name: string; uscc: string; employer_kind: EmployerKind; registered_on: LocalDate | null; base_year: number; filing_year: number; region_code: RegionCode; mode: ReviewMode;
  state: DeclarationState; state_since: Date; current_version: number; opened_at: Date; deadline: LocalDate | null; due_on: LocalDate | null; submitted_at: Date | null; is_late: boolean;
  first_checker: string | null; doubt: number; version: number;
};

/** The columns by which a declaration lies in a scope; every statement about filings joins `declaration AS d`. */
export const declarationScope = { region: 'd.region_code', employer: 'd.employer_id' } as const;

const COLUMNS = `d.id, d.employer_id, o.name AS employer_name, e.uscc, e.kind AS employer_kind, e.registered_on, d.base_year, d.filing_year, d.region_code, d.mode, d.state, d.state_since, d.current_version,
  d.opened_at, d.deadline, d.due_on, d.submitted_at, d.is_late, d.first_checker, d.doubt, d.version`;
const FROM = 'declaration AS d JOIN employer AS e ON e.id = d.employer_id JOIN organisation AS o ON o.id = e.id';

/** Declarations as a scope shows them: null for one that is missing and for one that lies outside. */
@Injectable()
export class DeclarationRepository {
  /** The latest year first, behind the year and the filing given: employers that were merged may have two of a year. One statement. */
  async list(tx: Tx, scope: Scope, after: readonly [number, string] | null, limit: number): Promise<readonly DeclarationHead[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`(-d.base_year, d.id) > ($${params.push(-after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY d.base_year DESC, d.id LIMIT $1`, params) as Row[];
    return rows.map(fromRow);
  }

  find(tx: Tx, scope: Scope, id: string): Promise<DeclarationHead | null> {
    return this.one(tx, scope, 'd.id = $1', [id], '');
  }

  /** Kept until the transaction ends. */
  lock(tx: Tx, scope: Scope, id: string): Promise<DeclarationHead | null> {
    return this.one(tx, scope, 'd.id = $1', [id], 'FOR UPDATE OF d');
  }

  /**
   * States of the other filings of a year of the employers that stand as one with this one. The employers are locked, so that
   * of two hand-ins at once the second sees the first.
   */
  async othersOfYear(tx: Tx, _scope: Scope, employerId: string, baseYear: number, id: string | null): Promise<readonly DeclarationState[]> {
    await tx.query('SELECT FROM employer WHERE id = ANY ((SELECT ids FROM employer_as_one WHERE id = $1)::uuid[]) ORDER BY id FOR NO KEY UPDATE', [employerId]);
    const rows = await tx.query(
      'SELECT d.state FROM declaration AS d WHERE d.employer_id = ANY ((SELECT ids FROM employer_as_one WHERE id = $1)::uuid[]) AND d.base_year = $2 AND d.id IS DISTINCT FROM $3::uuid', [employerId, baseYear, id],
    ) as { state: DeclarationState }[];
    return rows.map(({ state }) => state);
  }

  /** The credit codes of the employer, of its branches and of what stands as one with it. The declaration was locked within the scope. */
  async codes(tx: Tx, _scope: Scope, declarationId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query('SELECT c.uscc FROM declaration AS d JOIN employer_as_one AS one ON one.id = d.employer_id JOIN employer_by_code AS c ON c.employer_id = one.goes_on WHERE d.id = $1', [declarationId]) as { uscc: string }[];
    return new Set(rows.map(({ uscc }) => uscc));
  }

  /** The employer was found within the scope. */
  async add(tx: Tx, _scope: Scope, { id, employerId, baseYear, filingYear, regionCode, mode, deadline }: NewDeclaration, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state_since, opened_at, deadline) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
      [id, employerId, baseYear, filingYear, regionCode, mode, at, deadline],
    );
  }

  /** The row was locked within the scope. */
  async move(tx: Tx, scope: Scope, id: string, { state, dueOn, submittedAt, isLate, firstChecker }: Move, at: Date): Promise<void> {
    const params: unknown[] = [id, state, at];
    const sets = ['state = $2', 'state_since = $3', 'version = d.version + 1'];
    if (dueOn !== undefined) sets.push(`due_on = $${params.push(dueOn)}`);
    if (submittedAt !== undefined) sets.push(`submitted_at = $${params.push(submittedAt)}`);
    if (isLate !== undefined) sets.push(`is_late = $${params.push(isLate)}`);
    if (firstChecker !== undefined) sets.push(`first_checker = $${params.push(firstChecker)}`);
    await tx.query(`UPDATE declaration AS d SET ${sets.join(', ')} WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)}`, params);
  }

  /** A change of content; @returns the version that it makes. */
  async touch(tx: Tx, scope: Scope, id: string): Promise<number> {
    const params: unknown[] = [id];
    const [[row]] = await tx.query(`UPDATE declaration AS d SET version = d.version + 1 WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)} RETURNING d.version`, params) as [{ version: number }[], number];
    if (row === undefined) throw new Error(`the declaration ${id} was not locked in this scope`);
    return row.version;
  }

  /** @returns the version that it makes */
  async putOnDesk(tx: Tx, scope: Scope, id: string, accountId: string | null): Promise<number> {
    const params: unknown[] = [id, accountId];
    await tx.query(`UPDATE declaration AS d SET first_checker = $2 WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)}`, params);
    return this.touch(tx, scope, id);
  }

  async setCurrentVersion(tx: Tx, scope: Scope, id: string, number: number): Promise<void> {
    const params: unknown[] = [id, number];
    await tx.query(`UPDATE declaration AS d SET current_version = $2, version = d.version + 1 WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)}`, params);
  }

  /** Drafts whose window has closed before `day`, kept for this transaction; those that somebody works on wait. */
  async pastDeadline(tx: Tx, scope: Scope, day: LocalDate, limit: number): Promise<readonly string[]> {
    const params: unknown[] = [day, limit];
    const rows = await tx.query(
      `SELECT d.id FROM declaration AS d WHERE d.state = 'draft' AND d.deadline < $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY d.id LIMIT $2 FOR UPDATE OF d SKIP LOCKED`,
      params,
    ) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  private async one(tx: Tx, scope: Scope, condition: string, values: readonly unknown[], locking: string): Promise<DeclarationHead | null> {
    const params: unknown[] = [...values];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${condition} AND ${withinScope(scope, declarationScope, params)} ${locking}`, params) as Row[];
    return row ? fromRow(row) : null;
  }
}

const fromRow = (row: Row): DeclarationHead => ({
  id: row.id, employerId: row.employer_id, employerName: row.employer_name, uscc: row.uscc, employerKind: row.employer_kind, registeredOn: row.registered_on, baseYear: row.base_year, filingYear: row.filing_year,
  regionCode: row.region_code, mode: row.mode, state: row.state, stateSince: row.state_since, currentVersion: row.current_version, openedAt: row.opened_at, deadline: row.deadline,
  dueOn: row.due_on, submittedAt: row.submitted_at, isLate: row.is_late, firstChecker: row.first_checker, doubt: row.doubt, version: row.version,
});
