import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';

/** 分支机构; insurance may be paid under its own credit code. */
export type Branch = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: RegionCode;
  readonly openedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};

const COLUMNS = 'id, name, uscc, region_code AS "regionCode", opened_on AS "openedOn", closed_on AS "closedOn"';
const MOST = 500;

/** Whoever calls has found the employer in the scope. */
@Injectable()
export class BranchRepository {
  /** Those that are open first. */
  list(tx: Tx, _scope: Scope, employerId: string): Promise<readonly Branch[]> {
    return tx.query(`SELECT ${COLUMNS} FROM employer_establishment WHERE employer_id = $1 ORDER BY closed_on IS NOT NULL, name, id LIMIT ${MOST}`, [employerId]) as Promise<Branch[]>;
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, _scope: Scope, employerId: string, id: string): Promise<Branch | null> {
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM employer_establishment WHERE employer_id = $1 AND id = $2 FOR UPDATE`, [employerId, id]) as Branch[];
    return row ?? null;
  }

  async add(tx: Tx, _scope: Scope, employerId: string, { id, name, uscc, regionCode, openedOn }: Branch): Promise<void> {
    await tx.query('INSERT INTO employer_establishment (id, employer_id, name, uscc, region_code, opened_on) VALUES ($1, $2, $3, $4, $5, $6)', [id, employerId, name, uscc, regionCode, openedOn]);
  }

  /** The branch was locked. */
  async close(tx: Tx, _scope: Scope, id: string, closedOn: LocalDate): Promise<void> {
    await tx.query('UPDATE employer_establishment SET closed_on = $2 WHERE id = $1', [id, closedOn]);
  }
}
