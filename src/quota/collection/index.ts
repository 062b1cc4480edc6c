/** The room's face: what becomes of a determination at the tax authority and the finance department. */
export { CollectionModule } from './collection.module.js';
export { assessmentStates, type AssessmentState } from './domain/assessment-states.js';
export { collectionConstraintErrors } from './infra/constraints.js';
export { collectionErrorTexts } from './texts.js';
