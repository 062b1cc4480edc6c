import type { SealedColumn } from './platform/keys/index.js';

/** Every column with sealed text, of all rooms: what `zhujiu keys rotate` goes through. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'account_contact', column: 'phone', idColumn: 'account_id', index: { kind: 'phone', columnA: 'phone_index_a', columnB: 'phone_index_b', check: 'account_contact_phone_indexed' } },
  { table: 'account_contact', column: 'email', idColumn: 'account_id', index: { kind: 'email', columnA: 'email_index_a', columnB: 'email_index_b', check: 'account_contact_email_indexed' } },
  { table: 'message', column: 'params', idColumn: 'id' },
  { table: 'message', column: 'address', idColumn: 'id' },
  { table: 'sms_outbox', column: 'phone', idColumn: 'id' },
  { table: 'sms_outbox', column: 'body', idColumn: 'id' },
  { table: 'totp_device', column: 'secret', idColumn: 'account_id' },
  { table: 'one_time_secret', column: 'detail', idColumn: 'id' },
  { table: 'employer', column: 'refusal_note', idColumn: 'id' },
  { table: 'person', column: 'citizen_id', idColumn: 'id', index: { kind: 'citizenId', columnA: 'citizen_id_index_a', columnB: 'citizen_id_index_b', check: 'person_citizen_id_indexed' } },
  { table: 'registry_person', column: 'citizen_id', idColumn: 'id', index: { kind: 'citizenId', columnA: 'citizen_id_index_a', columnB: 'citizen_id_index_b', check: 'registry_person_citizen_id_indexed' } },
  { table: 'certificate_fact', column: 'number', idColumn: 'id', index: { kind: 'certificate', columnA: 'number_index_a', columnB: 'number_index_b', check: 'certificate_fact_indexed' } },
  { table: 'employer_contact', column: 'name', idColumn: 'id' },
  { table: 'employer_contact', column: 'phone', idColumn: 'id', index: { kind: 'phone', columnA: 'phone_index_a', columnB: 'phone_index_b', check: 'employer_contact_phone_indexed' } },
  { table: 'disability_certificate', column: 'number', idColumn: 'person_id', index: { kind: 'certificate', columnA: 'number_index_a', columnB: 'number_index_b', check: 'disability_certificate_indexed' } },
  { table: 'person_contact', column: 'phone', idColumn: 'person_id', index: { kind: 'phone', columnA: 'phone_index_a', columnB: 'phone_index_b', check: 'person_contact_phone_indexed' } },
  { table: 'person_contact', column: 'address', idColumn: 'person_id' },
  { table: 'rights_request', column: 'wish', idColumn: 'id' },
  { table: 'rights_request', column: 'answer', idColumn: 'id' },
  { table: 'idempotent_call', column: 'content', idColumn: 'id' },
  { table: 'idempotent_call', column: 'answer', idColumn: 'id' },
];
