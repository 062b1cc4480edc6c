/** The room's face: the levy of one case, its what-if questions and the sentences of its statement. */
export type { ArrangedEntry, DispatchEntry, EmployerKind, LevyCase, LevyOverrides } from './domain/case.js';
export { EMPLOYER_KINDS, LIMITS } from './domain/case.js';
export type { LevyFailure, LevyOutcome, LevyResult, NotAppliedRule, RuleUsed, StatementLine, Warning } from './domain/result.js';
export { LevySimulator, type PreparedCase } from './domain/simulate.js';
export { provisionalSums, type ProvisionalEntry, type ProvisionalSums } from './domain/provisional.js';
export { lateFee, lateFeeOn, type LateFeeLaw } from './domain/late-fee.js';
export { levyErrorTexts, lineSentence, notAppliedSentence, warningSentence } from './texts.js';
export { CurrentSimulator } from './app/current-simulator.js';
export { assessCounted, type CountedMonths } from './domain/counted.js';
export { defaultFilingDay } from './domain/resolved-policy.js';
export { parseLevyCase } from './dto/fast-case-parser.js';

// For pages of other rooms that continue the journey: its draft, its questions, its way of telling a result.
export type { LevyDraft } from './pages/draft/draft.js';
export { rawCaseOf } from './pages/draft/draft.js';
export { readDraft, writeDraft } from './pages/draft/draft-cookie.js';
export { faultAt, faultSentence, type FormFault } from './pages/forms/faults.js';
export { textOf, typedOf, type Typed } from './pages/forms/typed.js';
export { PageLaw } from './pages/page-law.js';
export { regionName } from './pages/steps/region-step.js';
export type { Law, StepAnswer } from './pages/steps/step.js';
export { steps } from './pages/steps/steps.js';
export { shortTitle } from './pages/views/documents.js';
export { groupedYuan, readableLine } from './pages/views/numbers.js';
export { saysOf } from './pages/views/question-frame.js';
export { StatementView, type StatementProps } from './pages/views/statement-view.js';
