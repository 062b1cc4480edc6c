import * as answers from './answers.js';
import { MET, UNKNOWN_FACT, UNKNOWN_PARAMETER, UNMET, UNMET_SINCE, type AnswerCode, type Prepared } from './answers.js';
import type { PersonFacts } from './facts.js';
import { findingOf } from './findings.js';
import type { CountingYear, MonthRules } from './rules.js';
import type { Finding, JudgedCondition, VerdictGroup } from './verdict.js';

/** Order in which reasons are told. */
const CONDITIONS: readonly JudgedCondition[] = [
  'certificate_counts', 'certificate_valid', 'certificate_issued', 'contract', 'working_age',
  'wage_at_least_minimum', 'pension_insurance', 'medical_insurance', 'residence',
];
const ANSWER_BITS = 3;
const WEIGHT_AT = CONDITIONS.length * ANSWER_BITS;
/** Sets months without a list of conditions apart from clear ones. */
const LIST_UNKNOWN = 2 ** 7 - 1;
const LAW_UNIT = 2 ** (WEIGHT_AT + 2);

/** Whether and with which weight one person counts in one month; `bit` 0 is January of the base year. */
export function judgePersonMonth(facts: PersonFacts, year: CountingYear, bit: number): VerdictGroup {
  const person = answers.prepare(facts);
  return groupOf(person, year, bit, signatureOf(person, year, bit));
}

/**
 * All twelve months of a person; months with the same answer and the same reasons come as one group, in order of their
 * first month. @returns groups whose months together are the whole year
 */
export function judgePerson(facts: PersonFacts, year: CountingYear): readonly VerdictGroup[] {
  const person = answers.prepare(facts);
  const signatures: number[] = [];
  const groups: { group: VerdictGroup; months: number; bit: number }[] = [];
  for (let bit = 0; bit < 12; bit++) {
    const signature = signatureOf(person, year, bit);
    const known = facts.byMonth === undefined ? signatures.indexOf(signature)
      : groups.findIndex((group, at) => signatures[at] === signature && tellsTheSame(facts, signature, group.bit, bit));
    if (known >= 0) {
      (groups[known] as { months: number }).months |= 1 << bit;
      continue;
    }
    signatures.push(signature);
    groups.push({ group: groupOf(person, year, bit, signature), months: 1 << bit, bit });
  }
  return groups.map(({ group, months }) => (group.months === months ? group : { ...group, months }));
}

const WAGE_AT = CONDITIONS.indexOf('wage_at_least_minimum') * ANSWER_BITS;

/** Dated facts are named in the reasons: a wage of 1,900 and one of 2,000 are below the minimum in two groups. */
function tellsTheSame(facts: PersonFacts, signature: number, one: number, other: number): boolean {
  const codes = signature % LAW_UNIT;
  return ((codes & 0b111) === MET || answers.gradeIn(facts, one) === answers.gradeIn(facts, other))
    && (((codes >> WAGE_AT) & 0b111) !== UNMET || answers.wageIn(facts, one) === answers.wageIn(facts, other));
}

/**
 * Months in which the person's certificate weighs double, whether or not the month counts; a bit mask. A month whose table of
 * weights is not known weighs once.
 */
export function doubleMonths(facts: PersonFacts, year: CountingYear): number {
  let mask = 0;
  for (let bit = 0; bit < 12; bit++) if (weightOf(facts, year.months[bit] as MonthRules, bit) === 2) mask |= 1 << bit;
  return mask;
}

/** The answers of one month, and the law they were held against, in one number: equal numbers are told in the same words. */
function signatureOf(person: Prepared, year: CountingYear, bit: number): number {
  const rules = year.months[bit] as MonthRules;
  let signature = weightOf(person.facts, rules, bit) << WEIGHT_AT;
  let law = rules.conditions === null ? LIST_UNKNOWN : 0;
  for (const at of askedIn(rules)) {
    const condition = CONDITIONS[at] as JudgedCondition;
    const answer = answerTo(condition, person, year, rules, bit);
    if (answer === MET) continue;
    signature |= answer << (at * ANSWER_BITS);
    law += lawOf(condition, answer, rules);
  }
  return signature + law * LAW_UNIT;
}

const asked = new WeakMap<MonthRules, readonly number[]>();

/** Places of the conditions that the law of a month asks for. */
function askedIn(rules: MonthRules): readonly number[] {
  let places = asked.get(rules);
  if (places === undefined) {
    places = CONDITIONS.flatMap((condition, at) => (condition === 'certificate_counts' || rules.conditions?.includes(condition) ? [at] : []));
    asked.set(rules, places);
  }
  return places;
}

/**
 * A clear count needs no law told; every other answer names the values that were in force then. Each kind of value has its
 * own digits: at most 12 different ones meet in a year, and at most 9 answers add up.
 */
function lawOf(condition: JudgedCondition, answer: AnswerCode, { epochs }: MonthRules): number {
  if (condition === 'certificate_counts') return epochs.certificates * 2 ** 7;
  if (condition === 'wage_at_least_minimum' && answer !== UNKNOWN_FACT) return epochs.conditions + epochs.minimumWage * 2 ** 11;
  if (condition === 'working_age') return epochs.conditions + epochs.workingAge * 2 ** 15;
  return epochs.conditions;
}

const weightOf = (facts: PersonFacts, { weights }: MonthRules, bit: number): 1 | 2 => (weights?.[facts.certificate.kind][answers.gradeIn(facts, bit)] === 2 ? 2 : 1);

function answerTo(condition: JudgedCondition, person: Prepared, year: CountingYear, rules: MonthRules, bit: number): AnswerCode {
  switch (condition) {
    case 'certificate_counts': return answers.certificateCounts(person, rules, bit);
    case 'certificate_valid': return answers.certificateValid(person, year);
    case 'certificate_issued': return answers.certificateIssued(person, rules);
    case 'contract': return answers.contract(person, rules);
    case 'wage_at_least_minimum': return answers.wage(person, rules, bit);
    case 'pension_insurance': return answers.insurance(person.facts.pensionInsurance, bit);
    case 'medical_insurance': return answers.insurance(person.facts.medicalInsurance, bit);
    case 'working_age': return answers.workingAge(person, rules);
    case 'residence': return answers.residence(person);
  }
}

function groupOf(person: Prepared, year: CountingYear, bit: number, signature: number): VerdictGroup {
  const rules = year.months[bit] as MonthRules;
  const codes = signature % LAW_UNIT;
  const findings: Finding[] = [];
  let refused = false;
  for (let at = 0; at < CONDITIONS.length; at++) {
    const code = (codes >> (at * ANSWER_BITS)) & 0b111;
    if (code === MET) continue;
    refused ||= code === UNMET || code === UNMET_SINCE;
    findings.push(findingOf(CONDITIONS[at] as JudgedCondition, ANSWERS[code] as Finding['answer'], person, year, bit));
  }
  if (rules.conditions === null) {
    findings.push({ condition: 'certificate_counts', answer: 'unknown_parameter', code: 'counting.finding.condition_list_unknown', params: {}, source: null, rules: [] });
  }
  return {
    months: 1 << bit,
    counted: !refused,
    weight: refused ? 0 : (codes >> WEIGHT_AT) as 1 | 2,
    provisional: !refused && findings.length > 0,
    findings,
  };
}

const ANSWERS: Readonly<Record<number, Finding['answer']>> = {
  [UNMET]: 'unmet', [UNMET_SINCE]: 'unmet', [UNKNOWN_FACT]: 'unknown_fact', [UNKNOWN_PARAMETER]: 'unknown_parameter',
};
