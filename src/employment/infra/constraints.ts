import type { ConstraintErrors } from '../../platform/database/index.js';

export const employmentConstraintErrors: ConstraintErrors = {
  counted_person_month_pkey: 'employment.person_month.already_counted',
  employment_spell_overlap_excl: 'employment.spell.overlap',
};
