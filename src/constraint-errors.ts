import { employmentConstraintErrors } from './employment/index.js';
import { membersConstraintErrors } from './members/index.js';
import { registryConstraintErrors } from './people/registry/index.js';
import { inspectionConstraintErrors } from './oversight/inspection/index.js';
import { employersConstraintErrors } from './quota/employers/index.js';
import { collectionConstraintErrors } from './quota/collection/index.js';
import { determinationsConstraintErrors } from './quota/determinations/index.js';
import { filingConstraintErrors } from './quota/filing/index.js';
import { reviewConstraintErrors } from './quota/review/index.js';
import { rightsConstraintErrors } from './rights/index.js';
import type { ConstraintErrors } from './platform/database/index.js';

/** Constraints that a user's input can violate, of all rooms, with the code each one stands for. */
export const constraintErrors: ConstraintErrors = {
  ...membersConstraintErrors,
  ...employmentConstraintErrors,
  ...employersConstraintErrors,
  ...registryConstraintErrors,
  ...rightsConstraintErrors,
  ...filingConstraintErrors,
  ...determinationsConstraintErrors,
  ...collectionConstraintErrors,
  ...inspectionConstraintErrors,
  ...reviewConstraintErrors,
};
