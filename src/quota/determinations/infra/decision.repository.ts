import { Injectable } from '@nestjs/common';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { LevyResult } from '../../levy/index.js';
import type { DeterminedFiling, Outcome } from '../app/content.js';

type Row = {
  employer_id: string; base_year: number; region_code: RegionCode; outcome: Outcome; arranged: string; counted_months: number; weighted_months: number; trial: LevyResult | null; decided_at: Date; decided_by: string | null;
};

/** What the review has stored of a decided version; numbers only. */
@Injectable()
export class DecisionRepository {
  /** Null while the version is not decided. A refusal determines nobody, whatever its lines were counted as. */
  async find(tx: Tx, scope: Scope, declarationId: string, versionNumber: number): Promise<DeterminedFiling | null> {
    const params: unknown[] = [declarationId, versionNumber];
    const [row] = await tx.query(
      `SELECT d.employer_id, d.base_year, d.region_code, r.outcome, trim_scale(coalesce(r.arranged, 0))::text AS arranged, coalesce(r.counted_months, 0) AS counted_months, coalesce(r.weighted_months, 0) AS weighted_months, r.trial,
         r.decided_at, coalesce(r.second_by, r.first_by) AS decided_by
       FROM filing_review AS r JOIN filing_version AS v ON v.id = r.version_id JOIN declaration AS d ON d.id = v.declaration_id
       WHERE v.declaration_id = $1 AND v.number = $2 AND r.outcome IS NOT NULL AND ${withinScope(scope, declarationScope, params)}`,
      params,
    ) as Row[];
    if (row === undefined) return null;
    const isRefused = row.outcome === 'refused';
    return {
      declarationId, versionNumber, employerId: row.employer_id, baseYear: row.base_year, regionCode: row.region_code, outcome: row.outcome, arranged: isRefused ? '0' : row.arranged,
      countedMonths: isRefused ? 0 : row.counted_months, weightedMonths: isRefused ? 0 : Math.max(row.weighted_months, row.counted_months), trial: row.trial, decidedAt: row.decided_at, decidedBy: row.decided_by,
    };
  }
}
