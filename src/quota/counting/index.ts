export { doubleMonths, judgePerson, judgePersonMonth } from './domain/judge.js';
export { countingYear, type CountingYear, type LineRule, type MonthRules } from './domain/rules.js';
export { ALL_MONTHS, NO_MONTHS_KNOWN, type FactName, type FactsByMonth, type FactSource, type KnownMonths, type PersonFacts } from './domain/facts.js';
export type { Answer, Finding, FindingCode, JudgedCondition, VerdictGroup } from './domain/verdict.js';
export { monthsIn, sumsOf, type VerdictSums } from './domain/sums.js';
export { retirementMonth } from './domain/working-age.js';
export { countingTexts, sayCondition, sayFinding } from './texts.js';
