import { Injectable } from '@nestjs/common';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';

export type ToRemind = { readonly id: string; readonly name: string };

const SCOPE = { region: 'o.region_code', employer: 'e.id' } as const;
const FROM = 'employer AS e JOIN organisation AS o ON o.id = e.id';
/** States in which nothing has been said of the year yet. */
const UNSAID = `('draft', 'late', 'withdrawn')`;

/** Employers that placed people and have said nothing of the year. */
@Injectable()
export class ReminderRepository {
  /** Counties that have verified employers. */
  async regions(tx: Tx, scope: Scope): Promise<readonly RegionCode[]> {
    const params: unknown[] = [];
    const rows = await tx.query(`SELECT DISTINCT left(o.region_code, 6) AS region FROM ${FROM} WHERE e.status = 'verified' AND ${withinScope(scope, SCOPE, params)} ORDER BY 1`, params) as { region: RegionCode }[];
    return rows.map(({ region }) => region);
  }

  /**
   * Verified employers of a county that claimed somebody for the year before, or for whose staff with a disability certificate
   * insurance was paid in the base year, and that have not filed. In the order of their ids, after the one given.
   */
  async toRemind(tx: Tx, scope: Scope, county: RegionCode, baseYear: number, after: string | null, limit: number): Promise<readonly ToRemind[]> {
    const params: unknown[] = [`${county}%`, baseYear, limit, after];
    return tx.query(
      `SELECT e.id, o.name FROM ${FROM} JOIN employer_as_one AS one ON one.id = e.id
       WHERE o.region_code LIKE $1 AND e.status = 'verified' AND e.merged_into IS NULL AND ($4::uuid IS NULL OR e.id > $4::uuid) AND ${withinScope(scope, SCOPE, params)}
         AND NOT EXISTS (SELECT FROM declaration AS d WHERE d.employer_id = ANY (one.ids) AND d.base_year = $2::int AND d.state NOT IN ${UNSAID})
         AND (EXISTS (
             SELECT FROM declaration AS p JOIN filing_version AS v ON v.declaration_id = p.id AND v.number = p.current_version JOIN roster_line AS l ON l.version_id = v.id
             WHERE p.employer_id = ANY (one.ids) AND p.base_year = $2::int - 1 AND p.submitted_at IS NOT NULL)
           OR e.id IN (SELECT coalesce(k.merged_into, k.id) FROM employer AS k WHERE k.uscc IN (
             SELECT i.employer_key FROM insurance_month AS i JOIN certificate_fact AS c ON c.registry_person_id = i.registry_person_id WHERE i.month BETWEEN $2::int * 100 + 1 AND $2::int * 100 + 12)))
       ORDER BY e.id LIMIT $3`,
      params,
    ) as Promise<ToRemind[]>;
  }
}
