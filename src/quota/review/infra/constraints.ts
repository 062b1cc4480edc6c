import type { ConstraintErrors } from '../../../platform/database/index.js';

export const reviewConstraintErrors: ConstraintErrors = {
  objection_open_key: 'review.objection.already_open',
  filing_review_two_people_check: 'review.check.same_person',
};
