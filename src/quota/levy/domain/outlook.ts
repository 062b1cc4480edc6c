import type { LocalDate } from '../../../kernel/local-date.js';
import { addYears, yearOf } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import type { PolicySource } from '../../../policy/parameters.js';
import { assess, type Assessment } from './assess.js';
import { LIMITS } from './case.js';
import { resolvePolicy, type PolicyFault, type ResolvedPolicy } from './resolved-policy.js';
import type { PreparedCase } from './simulate.js';

export type OutlookYear = { readonly filingYear: number; readonly assessment: Assessment; readonly policy: ResolvedPolicy };
export type Outlook = {
  readonly now: OutlookYear;
  /** The first later year whose rules give another sum for the same figures; null where none does until the last year asked. */
  readonly change: OutlookYear | null;
  /** The last filing year that was looked at. */
  readonly until: number;
};

/**
 * The same staff, wages and people under the rules of coming filing years: what happens when a relief window ends.
 * The social average wage stays that of the base year, since a coming one is not known; the answer must say so.
 */
export function outlook(prepared: PreparedCase, source: PolicySource, years: number): Result<Outlook, PolicyFault> {
  const { levyCase, facts, employer, alreadyPaid, policy } = prepared;
  const first = yearOf(policy.readingDay);
  const last = Math.min(first + years, LIMITS.lastFilingYear);
  const now: OutlookYear = { filingYear: first, assessment: assess(facts, employer, policy, alreadyPaid), policy };
  for (let year = first + 1; year <= last; year++) {
    const readingDay: LocalDate = addYears(policy.readingDay, year - first);
    const later = resolvePolicy(source, { region: levyCase.region as RegionCode, baseYear: levyCase.baseYear, filingDay: policy.readingDay, overrides: levyCase.overrides, readingDay });
    if (!later.ok) return err(later.error);
    const assessment = assess(facts, employer, later.value, alreadyPaid);
    if (assessment.payable !== now.assessment.payable || assessment.refundDue !== now.assessment.refundDue) {
      return ok({ now, change: { filingYear: year, assessment, policy: later.value }, until: last });
    }
  }
  return ok({ now, change: null, until: last });
}
