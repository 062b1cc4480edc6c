/** The room's face: filings drawn for an inspection, proofs, findings, the employer's defence. */
export { InspectionModule } from './inspection.module.js';
export { inspectionConstraintErrors } from './infra/constraints.js';
export { inspectionErrorTexts } from './texts.js';
