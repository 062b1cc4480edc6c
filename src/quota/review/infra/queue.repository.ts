import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { DeclarationState } from '../../filing/index.js';
import type { Outcome } from '../domain/checks.js';

/** A filing in the queue. */
export type QueuedFiling = {
  readonly id: string; readonly employerName: string; readonly uscc: string; readonly regionCode: RegionCode; readonly baseYear: number; readonly filingYear: number; readonly state: DeclarationState; readonly stateSince: Date;
  readonly submittedAt: Date | null; readonly isLate: boolean; readonly dueOn: LocalDate | null; readonly doubt: number; readonly lines: number | null; readonly doubtful: number | null;
  /** Whether it lies on the desk of the one who asks. */
  readonly isMine: boolean; readonly firstOutcome: Outcome | null; readonly version: number;
};

/** Where the next page begins: the last row's day (`infinity` for none), doubt and id. */
export type QueueKey = { readonly due: string; readonly doubt: number; readonly id: string };
export type QueueWish = { readonly states: readonly DeclarationState[]; /** Digits. */ readonly regionPrefix: string | null; readonly baseYear: number | null; readonly checker: string | null };

const ORDER = `coalesce(d.due_on, 'infinity'::date), -d.doubt, d.id`;

/** The reviewer's queue: what is due first, then what is most in doubt. */
@Injectable()
export class QueueRepository {
  /** At most `limit` behind the key. One statement: each state is read by its own key, and what comes first of all of them is looked up. @param asker whose desk is told */
  async page(tx: Tx, scope: Scope, { states, regionPrefix, baseYear, checker }: QueueWish, asker: string | null, after: QueueKey | null, limit: number): Promise<readonly (QueuedFiling & { readonly dueKey: string })[]> {
    const params: unknown[] = [limit, asker];
    const conditions = [withinScope(scope, { region: 'd.region_code' }, params)];
    if (regionPrefix !== null) conditions.push(`d.region_code LIKE $${params.push(`${regionPrefix}%`)}`);
    if (baseYear !== null) conditions.push(`d.base_year = $${params.push(baseYear)}`);
    if (checker !== null) conditions.push(`d.first_checker = $${params.push(checker)}`);
    if (after !== null) conditions.push(`(${ORDER}) > ($${params.push(after.due)}::date, $${params.push(-after.doubt)}::smallint, $${params.push(after.id)}::uuid)`);
    const one = (state: DeclarationState): string => `(SELECT d.id, coalesce(d.due_on, 'infinity'::date) AS due, -d.doubt AS trust FROM declaration AS d WHERE d.state = $${params.push(state)} AND ${conditions.join(' AND ')} ORDER BY ${ORDER} LIMIT $1)`;
    return await tx.query(
      `SELECT d.id, o.name AS "employerName", e.uscc, d.region_code AS "regionCode", d.base_year AS "baseYear", d.filing_year AS "filingYear", d.state, d.state_since AS "stateSince", d.submitted_at AS "submittedAt", d.is_late AS "isLate",
         d.due_on AS "dueOn", d.doubt, c.lines, c.doubtful, coalesce(d.first_checker = $2, false) AS "isMine", r.first_outcome AS "firstOutcome", d.version, w.due::text AS "dueKey"
       FROM (SELECT * FROM (${states.map(one).join(' UNION ALL ')}) AS waiting ORDER BY due, trust, id LIMIT $1) AS w JOIN declaration AS d ON d.id = w.id JOIN employer AS e ON e.id = d.employer_id JOIN organisation AS o ON o.id = e.id
       LEFT JOIN filing_version AS v ON v.declaration_id = d.id AND v.number = d.current_version LEFT JOIN version_comparison AS c ON c.version_id = v.id LEFT JOIN filing_review AS r ON r.version_id = v.id
       ORDER BY w.due, w.trust, w.id`, params,
    ) as (QueuedFiling & { readonly dueKey: string })[];
  }
}
