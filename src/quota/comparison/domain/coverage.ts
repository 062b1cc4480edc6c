import type { RegionCode } from '../../../kernel/region-code.js';
import { maskBetween } from './months.js';

/** A register that is loaded completely for a place and months; `yyyymm`, inclusive. */
export type CoverageRow = { readonly kind: CoveredKind; readonly regionPrefix: string; readonly fromMonth: number; readonly untilMonth: number; readonly batchId: string };

export type CoveredKind = 'disability' | 'military' | 'police' | 'pension' | 'medical' | 'wage' | 'graduate';

/** Months of a base year for which a register is complete, and the batch that says so last; null where it is loaded for none. */
export type Covered = { readonly months: number; readonly batchId: string | null };

/** What is complete for one place: inside, a row that is missing says no; outside, nothing is known. */
export function coveredIn(rows: readonly CoverageRow[], kind: CoveredKind, region: RegionCode | string, baseYear: number): Covered {
  let months = 0;
  let batchId: string | null = null;
  for (const row of rows) {
    if (row.kind !== kind || !region.startsWith(row.regionPrefix)) continue;
    const mask = maskBetween(row.fromMonth, row.untilMonth, baseYear);
    if (mask === 0) continue;
    months |= mask;
    if (batchId === null || BigInt(row.batchId) > BigInt(batchId)) batchId = row.batchId;
  }
  return { months, batchId };
}
