/** The room's face: what people agreed to, and what they can ask about their data. */
export { rightsConstraintErrors } from './infra/constraints.js';
export { RightsModule } from './rights.module.js';
export { rightsErrorTexts } from './texts.js';
