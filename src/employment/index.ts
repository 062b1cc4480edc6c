/** The room's face: employment spells, and the promise that a person-month counts once. */
export { CloseSpell } from './app/close-spell.command.js';
export { OpenSpell } from './app/open-spell.command.js';
export { RecordReviewed, type ReviewedPerson } from './app/record-reviewed.command.js';
export { closingReasons, employmentForms, evidenceKinds, type ClosingReason, type EmploymentForm, type EvidenceKind, type NewSpell, type SpellContract } from './domain/spell.js';
export { EmploymentModule } from './employment.module.js';
export { employmentConstraintErrors } from './infra/constraints.js';
export { CountedMonths, type CountedMonth, type PersonMonth, type TakenMonth } from './infra/counted-months.js';
export { SpellRepository as Spells, type EmploymentSpell } from './infra/spell.repository.js';
export { employmentErrorTexts } from './texts.js';
