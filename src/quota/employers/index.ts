/** The room's face: who is an employer, and whether an officer has verified it. */
export { ReadEmployerFile, type EmployerFile } from './app/read-employer-file.query.js';
export { ReadEmployers } from './app/read-employers.query.js';
export { employerKinds, type EmployerKind } from './domain/employer-kinds.js';
export type { EmployerStatus } from './domain/employer-state.js';
export { EmployersModule } from './employers.module.js';
export { employersConstraintErrors } from './infra/constraints.js';
export type { Employer, EmployerDetail } from './infra/employer.repository.js';
export { employerKindTexts } from './pages/texts.js';
export { employersErrorTexts } from './texts.js';
