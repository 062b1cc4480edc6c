import type { ConstraintErrors } from '../../../platform/database/index.js';

export const filingConstraintErrors: ConstraintErrors = {
  declaration_employer_year_key: 'filing.declaration.already_open',
  roster_line_once_key: 'filing.line.already_claimed',
};
