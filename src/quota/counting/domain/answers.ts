import { addDays, addYears, type LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import { monthIndex, yearMonthOf } from '../../../kernel/year-month.js';
import type { RetirementStep } from '../../../policy/parameters.js';
import type { KnownMonths, PersonFacts } from './facts.js';
import type { CountingYear, MonthRules } from './rules.js';
import { LOWEST_WORKING_AGE_YEARS, retirementMonth } from './working-age.js';

/** Code of an answer inside the judge: order and size matter, the signature of a month is made of them. */
export const MET = 0;
export const UNMET = 1;
export const UNKNOWN_FACT = 2;
export const UNKNOWN_PARAMETER = 3;
/** Unmet by what came later (contract ended, pension drawn), kept apart so that each month is told its own reason. */
export const UNMET_SINCE = 4;
export type AnswerCode = typeof MET | typeof UNMET | typeof UNKNOWN_FACT | typeof UNKNOWN_PARAMETER | typeof UNMET_SINCE;

/** Facts of a person that every month needs, computed once. Months are indexes since year 0. */
export type Prepared = {
  readonly facts: PersonFacts;
  readonly contractFrom: number | null;
  /** Last month touched by the contract; null while open-ended. */
  readonly contractTo: number | null;
  readonly longEnough: boolean;
  readonly firstIssued: number | null;
  readonly birth: number | null;
  readonly pensionFrom: number | null;
};

/** The grade in force. @param bit of the month in the base year, 0 is January */
export const gradeIn = ({ certificate, byMonth }: PersonFacts, bit: number): number => byMonth?.grades[bit] ?? certificate.grade;

export const wageIn = ({ wage, byMonth }: PersonFacts, bit: number): Fen | null => (byMonth === undefined ? wage : byMonth.wages[bit] ?? null);

const monthOfDay = (day: LocalDate | null): number | null => (day === null ? null : monthIndex(yearMonthOf(day)));

const isDay = (day: LocalDate | 'declared' | 'never' | null): day is LocalDate => day !== null && day !== 'declared' && day !== 'never';

export function prepare(facts: PersonFacts): Prepared {
  return {
    facts,
    contractFrom: monthOfDay(facts.contract.start),
    contractTo: monthOfDay(facts.contract.end),
    longEnough: hasFullTerm(facts),
    firstIssued: isDay(facts.certificate.firstIssued) ? monthOfDay(facts.certificate.firstIssued) : null,
    birth: monthOfDay(facts.birthDate),
    pensionFrom: monthOfDay(facts.pensionDrawnFrom),
  };
}

/** 财税〔2015〕72号 art. 7: in establishment, or a contract or service agreement of at least one year. */
function hasFullTerm({ contract }: PersonFacts): boolean {
  if (contract.kind === 'establishment' || contract.end === null || contract.start === null) return true;
  const years = Number(contract.end.slice(0, 4)) - Number(contract.start.slice(0, 4));
  if (years !== 0 && years !== 1) return years > 1;
  return contract.end >= addDays(addYears(contract.start, 1), -1);
}

/** 残疾人证 always counts; 残疾军人证 grades 9–10 never; further kinds where a region says so. */
export function certificateCounts({ facts }: Prepared, rules: MonthRules, bit: number): AnswerCode {
  if (rules.weights === null) return UNKNOWN_PARAMETER;
  return (rules.weights[facts.certificate.kind][gradeIn(facts, bit)] ?? 0) > 0 ? MET : UNMET;
}

export function certificateValid({ facts }: Prepared, year: CountingYear): AnswerCode {
  const { validUntil } = facts.certificate;
  if (validUntil === null) return UNKNOWN_FACT;
  if (validUntil === 'declared') return MET;
  return validUntil >= year.submittedOn ? MET : UNMET;
}

/** The month of the first issue itself counts. */
export function certificateIssued({ facts, firstIssued }: Prepared, rules: MonthRules): AnswerCode {
  if (firstIssued === null) {
    if (facts.certificate.firstIssued === 'never') return UNMET;
    return facts.certificate.firstIssued === 'declared' ? MET : UNKNOWN_FACT;
  }
  return rules.index >= firstIssued ? MET : UNMET;
}

/** A month that the contract touches by a day counts as a whole one. */
export function contract({ contractFrom, contractTo, longEnough }: Prepared, rules: MonthRules): AnswerCode {
  if (contractFrom === null) return UNKNOWN_FACT;
  if (!longEnough || rules.index < contractFrom) return UNMET;
  return contractTo === null || rules.index <= contractTo ? MET : UNMET_SINCE;
}

export function wage({ facts }: Prepared, rules: MonthRules, bit: number): AnswerCode {
  const paid = wageIn(facts, bit);
  if (paid === null) return UNKNOWN_FACT;
  if (rules.minimumWage === null) return UNKNOWN_PARAMETER;
  return paid >= rules.minimumWage ? MET : UNMET;
}

/** @param bit of the month in the base year, 0 is January */
export function insurance(paid: KnownMonths, bit: number): AnswerCode {
  if ((paid.known & (1 << bit)) === 0) return UNKNOWN_FACT;
  return (paid.yes & (1 << bit)) === 0 ? UNMET : MET;
}

export function residence({ facts }: Prepared): AnswerCode {
  if (facts.residence === null) return UNKNOWN_FACT;
  return facts.residence === 'local' ? MET : UNMET;
}

/**
 * Statutory working age. A pension already drawn decides, not the table; otherwise the month in which the retirement age is
 * reached still counts, the pension begins with the next one. A woman whose post category is not known is judged by both
 * tables and is doubtful only where they differ.
 */
export function workingAge(person: Prepared, rules: MonthRules): AnswerCode {
  const { birth, pensionFrom } = person;
  if (pensionFrom !== null && rules.index >= pensionFrom) return UNMET_SINCE;
  if (birth === null || person.facts.sex === null) return UNKNOWN_FACT;
  if (rules.index < birth + LOWEST_WORKING_AGE_YEARS * 12) return UNMET;
  if (rules.workingAge === null) return UNKNOWN_PARAMETER;
  const ends = retirementMonths(person, rules.workingAge);
  if (ends === null) return UNKNOWN_PARAMETER;
  const [first, last] = ends;
  if (rules.index <= first) return MET;
  return rules.index > last ? UNMET : UNKNOWN_FACT;
}

/** Earliest and latest retirement month that the known facts allow; null where the table lacks the group. */
export function retirementMonths({ birth, facts }: Prepared, table: readonly RetirementStep[]): readonly [number, number] | null {
  if (birth === null || facts.sex === null) return null;
  let first = Infinity;
  let last = -Infinity;
  for (const group of groupsOf(facts)) {
    const step = table.find((candidate) => candidate.group === group);
    if (step === undefined) return null;
    const month = retirementMonth(birth, step);
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  return [first, last];
}

const MEN = ['men'] as const;
const WOMEN_MANAGEMENT = ['women_management'] as const;
const WOMEN_WORKER = ['women_worker'] as const;
const WOMEN = ['women_management', 'women_worker'] as const;

function groupsOf(facts: PersonFacts): readonly RetirementStep['group'][] {
  if (facts.sex === 'male') return MEN;
  if (facts.postCategory === 'management') return WOMEN_MANAGEMENT;
  return facts.postCategory === 'worker' ? WOMEN_WORKER : WOMEN;
}
