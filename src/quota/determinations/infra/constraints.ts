import type { ConstraintErrors } from '../../../platform/database/index.js';

export const determinationsConstraintErrors: ConstraintErrors = {
  notice_line_determination_key: 'determinations.notice.nothing_to_publish',
};
