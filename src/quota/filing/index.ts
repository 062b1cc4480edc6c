/** The room's face: the declaration of an employer and base year, what it says, and the one way to move it. */
export { Declarations, type StepOptions } from './app/declarations.js';
export { placeOf } from './app/filing-law.js';
export { FILING_SUBMITTED } from './app/events.js';
export { DeclarationReach, ReadFiling } from './app/read-filing.query.js';
export { filingNumber } from './app/show-filing.query.js';
export { fenOf, TrialSum, type Trial } from './app/trial-sum.js';
export { declarationStates, isOpenForEmployer, type DeclarationAct, type DeclarationState } from './domain/declaration-states.js';
export type { EmployerFacts } from './domain/employer-facts.js';
export { factsOf, judgeLine, type LineContent, type LineSide, type LineSource } from './domain/roster-line.js';
export { FilingModule } from './filing.module.js';
export { filingConstraintErrors } from './infra/constraints.js';
export { declarationScope, type DeclarationHead, type ReviewMode } from './infra/declaration.repository.js';
export { DoubtRepository as Doubts } from './infra/doubt.repository.js';
export type { RosterLine, VersionSums } from './infra/line.repository.js';
export type { ShownStep, Step } from './infra/step.repository.js';
export type { FilingVersionHead } from './infra/version.repository.js';
export { filingErrorTexts } from './texts.js';
