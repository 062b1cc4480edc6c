import type { SealedColumn } from './platform/keys/index.js';

/** Every column with sealed text, of all rooms: what `zhujiu keys rotate` goes through. A test finds one that is missing. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'message', column: 'params', idColumn: 'id' },
  { table: 'message', column: 'address', idColumn: 'id' },
  { table: 'sms_outbox', column: 'phone', idColumn: 'id' },
  { table: 'sms_outbox', column: 'body', idColumn: 'id' },
];
