import type { LineRule } from './rules.js';
import type { TextParams } from '../../../kernel/domain-error.js';
import type { CountingCondition } from '../../../policy/parameters.js';
import type { FactSource } from './facts.js';

/** The conditions of `counting.conditions`, and that the certificate's kind and grade count at all. */
export type JudgedCondition = CountingCondition | 'certificate_counts';

/** Only `unmet` refuses. `unknown_fact`: nobody told us; `unknown_parameter`: a value of law that we lack. */
export type Answer = 'met' | 'unmet' | 'unknown_fact' | 'unknown_parameter';

/** One condition that was not plainly met. */
export type Finding = {
  readonly condition: JudgedCondition;
  readonly answer: Exclude<Answer, 'met'>;
  /** Key of the sentence (`counting.finding.…`); `params` fill it. */
  readonly code: FindingCode;
  readonly params: TextParams;
  /** Who told the fact; null where the fact or the value of law is what is missing. */
  readonly source: FactSource | null;
  /** The condition's own article first, then the value of law that it was held against. */
  readonly rules: readonly LineRule[];
};

export type FindingCode =
  | 'counting.finding.certificate_grade_not_counted'
  | 'counting.finding.certificate_table_unknown'
  | 'counting.finding.certificate_expired'
  | 'counting.finding.certificate_validity_unknown'
  | 'counting.finding.certificate_not_yet_issued'
  | 'counting.finding.certificate_issue_unknown'
  | 'counting.finding.certificate_not_registered'
  | 'counting.finding.contract_unknown'
  | 'counting.finding.contract_too_short'
  | 'counting.finding.contract_not_begun'
  | 'counting.finding.contract_ended'
  | 'counting.finding.wage_unknown'
  | 'counting.finding.wage_below_minimum'
  | 'counting.finding.minimum_wage_unknown'
  | 'counting.finding.pension_insurance_unpaid'
  | 'counting.finding.pension_insurance_unknown'
  | 'counting.finding.medical_insurance_unpaid'
  | 'counting.finding.medical_insurance_unknown'
  | 'counting.finding.birth_unknown'
  | 'counting.finding.below_sixteen'
  | 'counting.finding.retirement_age_reached'
  | 'counting.finding.pension_drawn'
  | 'counting.finding.post_category_unknown'
  | 'counting.finding.working_age_unknown'
  | 'counting.finding.residence_elsewhere'
  | 'counting.finding.residence_unknown'
  | 'counting.finding.condition_list_unknown';

/** Months of one person on which the answer and its reasons are the same. */
export type VerdictGroup = {
  /** Bit mask, bit 0 is January of the base year. */
  readonly months: number;
  readonly counted: boolean;
  /** 1 or 2 where counted, 0 where refused. */
  readonly weight: 0 | 1 | 2;
  /** Counted although a fact or a value of law is not known. */
  readonly provisional: boolean;
  /** Conditions that were not plainly met; empty for a clear count. */
  readonly findings: readonly Finding[];
};
