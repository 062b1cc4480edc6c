import type { ConstraintErrors } from '../../../platform/database/index.js';

export const inspectionConstraintErrors: ConstraintErrors = {
  inspection_case_two_people_check: 'inspection.case.same_person',
};
