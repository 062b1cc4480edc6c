import type { ConstraintErrors } from '../../../platform/database/index.js';

export const employersConstraintErrors: ConstraintErrors = {
  employer_uscc_key: 'employers.uscc.already_registered',
  employer_establishment_uscc_key: 'employers.establishment.code_taken',
  employer_establishment_period_check: 'employers.establishment.period',
  employer_merge_open_key: 'employers.merge.one_is_merged',
};
