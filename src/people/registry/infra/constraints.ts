import type { ConstraintErrors } from '../../../platform/database/index.js';

export const registryConstraintErrors: ConstraintErrors = {
  person_citizen_id_index_a_key: 'registry.person.already_exists',
  person_citizen_id_index_b_key: 'registry.person.already_exists',
  person_account_key: 'registry.account.already_linked',
  disability_certificate_index_a_key: 'registry.certificate.already_used',
  disability_certificate_index_b_key: 'registry.certificate.already_used',
  disability_certificate_period_check: 'registry.certificate.period',
};
