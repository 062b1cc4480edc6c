import type { ConstraintErrors } from '../../../platform/database/index.js';

export const employersConstraintErrors: ConstraintErrors = { employer_uscc_key: 'employers.uscc.already_registered' };
