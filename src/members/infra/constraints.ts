import type { ConstraintErrors } from '../../platform/database/index.js';

/** Constraints of this room's tables that input can meet. */
export const membersConstraintErrors: ConstraintErrors = {
  organisation_name_key: 'members.organisation.already_exists',
  membership_one_duty_key: 'members.duty.conflict',
  membership_held_once_key: 'members.membership.already_held',
  membership_period_check: 'members.membership.period',
  membership_granter_check: 'members.grant.to_oneself',
  membership_ward_check: 'members.grant.to_oneself',
  account_contact_phone_index_a_key: 'members.contact.already_used',
  account_contact_phone_index_b_key: 'members.contact.already_used',
  account_contact_email_index_a_key: 'members.contact.already_used',
  account_contact_email_index_b_key: 'members.contact.already_used',
};
