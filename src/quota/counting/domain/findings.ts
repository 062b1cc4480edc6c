import { formatYuan } from '../../../kernel/money.js';
import { addToMonth, yearMonth, type YearMonth } from '../../../kernel/year-month.js';
import type { TextParams } from '../../../kernel/domain-error.js';
import { gradeIn, retirementMonths, wageIn, type Prepared } from './answers.js';
import type { FactName } from './facts.js';
import type { CountingYear, LineRule, MonthRules } from './rules.js';
import { LOWEST_WORKING_AGE_YEARS } from './working-age.js';
import type { Finding, FindingCode, JudgedCondition } from './verdict.js';

type Answer = Finding['answer'];

/** Why a condition was not plainly met, with the numbers that a person can check. */
export function findingOf(condition: JudgedCondition, answer: Answer, person: Prepared, year: CountingYear, bit: number): Finding {
  const rules = year.months[bit] as MonthRules;
  const { code, params } = explain(condition, answer, person, year, bit);
  const source = answer === 'unmet' ? person.facts.sources[FACT_OF[condition]] : null;
  return { condition, answer, code, params, source, rules: rulesOf(condition, answer, rules) };
}

const FACT_OF: Readonly<Record<JudgedCondition, FactName>> = {
  certificate_counts: 'certificate',
  certificate_valid: 'certificate',
  certificate_issued: 'certificate',
  contract: 'contract',
  wage_at_least_minimum: 'wage',
  pension_insurance: 'insurance',
  medical_insurance: 'insurance',
  working_age: 'birth',
  residence: 'residence',
};

function rulesOf(condition: JudgedCondition, answer: Answer, rules: MonthRules): readonly LineRule[] {
  switch (condition) {
    case 'certificate_counts': return rules.certificatesRule;
    case 'wage_at_least_minimum': return answer === 'unknown_fact' ? rules.conditionsRule : [...rules.conditionsRule, ...rules.minimumWageRule];
    case 'working_age': return [...rules.conditionsRule, ...rules.workingAgeRule];
    default: return rules.conditionsRule;
  }
}

type Explanation = { readonly code: FindingCode; readonly params: TextParams };
const plain = (code: FindingCode): Explanation => ({ code, params: {} });

function explain(condition: JudgedCondition, answer: Answer, person: Prepared, year: CountingYear, bit: number): Explanation {
  const { facts } = person;
  const rules = year.months[bit] as MonthRules;
  switch (condition) {
    case 'certificate_counts':
      if (answer === 'unknown_parameter') return plain('counting.finding.certificate_table_unknown');
      return { code: 'counting.finding.certificate_grade_not_counted', params: { kind: facts.certificate.kind, grade: gradeIn(facts, bit) } };
    case 'certificate_valid':
      if (answer !== 'unmet') return plain('counting.finding.certificate_validity_unknown');
      return { code: 'counting.finding.certificate_expired', params: { validUntil: facts.certificate.validUntil, submittedOn: year.submittedOn } };
    case 'certificate_issued':
      if (answer !== 'unmet') return plain('counting.finding.certificate_issue_unknown');
      if (facts.certificate.firstIssued === 'never') return plain('counting.finding.certificate_not_registered');
      return { code: 'counting.finding.certificate_not_yet_issued', params: { firstIssued: facts.certificate.firstIssued } };
    case 'contract': return explainContract(answer, person, rules);
    case 'wage_at_least_minimum': return explainWage(answer, person, rules, bit);
    case 'pension_insurance':
      return plain(answer === 'unmet' ? 'counting.finding.pension_insurance_unpaid' : 'counting.finding.pension_insurance_unknown');
    case 'medical_insurance':
      return plain(answer === 'unmet' ? 'counting.finding.medical_insurance_unpaid' : 'counting.finding.medical_insurance_unknown');
    case 'working_age': return explainAge(answer, person, rules);
    case 'residence':
      return plain(answer === 'unmet' ? 'counting.finding.residence_elsewhere' : 'counting.finding.residence_unknown');
  }
}

function explainWage(answer: Answer, { facts }: Prepared, { minimumWage }: MonthRules, bit: number): Explanation {
  const paid = wageIn(facts, bit);
  if (answer === 'unknown_fact') return plain('counting.finding.wage_unknown');
  if (answer === 'unknown_parameter' || minimumWage === null || paid === null) return plain('counting.finding.minimum_wage_unknown');
  return { code: 'counting.finding.wage_below_minimum', params: { wage: formatYuan(paid), minimum: formatYuan(minimumWage) } };
}

function explainContract(answer: Answer, person: Prepared, rules: MonthRules): Explanation {
  const { start, end } = person.facts.contract;
  if (answer !== 'unmet' || start === null) return plain('counting.finding.contract_unknown');
  if (!person.longEnough) return { code: 'counting.finding.contract_too_short', params: { start, end } };
  if (person.contractFrom !== null && rules.index < person.contractFrom) return { code: 'counting.finding.contract_not_begun', params: { start } };
  return { code: 'counting.finding.contract_ended', params: { end } };
}

function explainAge(answer: Answer, person: Prepared, rules: MonthRules): Explanation {
  const { facts, birth } = person;
  if (answer === 'unknown_parameter') return plain('counting.finding.working_age_unknown');
  if (person.pensionFrom !== null && rules.index >= person.pensionFrom) return { code: 'counting.finding.pension_drawn', params: { from: facts.pensionDrawnFrom } };
  if (birth === null || facts.sex === null) return plain('counting.finding.birth_unknown');
  if (rules.index < birth + LOWEST_WORKING_AGE_YEARS * 12) {
    return { code: 'counting.finding.below_sixteen', params: { month: monthText(birth + LOWEST_WORKING_AGE_YEARS * 12) } };
  }
  const ends = rules.workingAge === null ? null : retirementMonths(person, rules.workingAge);
  if (ends === null) return plain('counting.finding.working_age_unknown');
  const [first, last] = ends;
  if (answer === 'unknown_fact') return { code: 'counting.finding.post_category_unknown', params: { worker: monthText(first), management: monthText(last) } };
  return { code: 'counting.finding.retirement_age_reached', params: { month: monthText(last) } };
}

const monthText = (index: number): YearMonth => addToMonth(yearMonth('0001-01'), index - 12);
