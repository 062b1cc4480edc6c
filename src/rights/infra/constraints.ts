import type { ConstraintErrors } from '../../platform/database/index.js';

export const rightsConstraintErrors: ConstraintErrors = { rights_request_open_key: 'rights.request.already_made', consent_period_check: 'rights.consent.period' };
