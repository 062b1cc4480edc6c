/** The room's face: the levy of one case, its what-if questions and the sentences of its statement. */
export type { ArrangedEntry, DispatchEntry, EmployerKind, LevyCase, LevyOverrides } from './domain/case.js';
export { EMPLOYER_KINDS, LIMITS } from './domain/case.js';
export type { LevyFailure, LevyOutcome, LevyResult, NotAppliedRule, RuleUsed, StatementLine, Warning } from './domain/result.js';
export { LevySimulator, type PreparedCase } from './domain/simulate.js';
export { provisionalSums, type ProvisionalEntry, type ProvisionalSums } from './domain/provisional.js';
export { lateFee, lateFeeOn, type LateFeeLaw } from './domain/late-fee.js';
export { levyErrorTexts, lineSentence, notAppliedSentence, warningSentence } from './texts.js';
export { assessCounted, type CountedMonths } from './domain/counted.js';
export { defaultFilingDay } from './domain/resolved-policy.js';
export { parseLevyCase } from './dto/fast-case-parser.js';
