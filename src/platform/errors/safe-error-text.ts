import { DomainError } from '../../kernel/domain-error.js';
import { driverError } from '../database/sql-state.js';

/** Runs of digits as long as a phone, certificate or identity number. */
const PERSONAL_NUMBER = /\d{11,}[\dXx]*/g;

/**
 * What may be written down about an error outside the database's protected tables: codes and names, never the values of a
 * statement, which PostgreSQL quotes in its details and TypeORM keeps as parameters.
 */
export function safeErrorText(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  const fromDatabase = driverError(error);
  if (fromDatabase) return `SQLSTATE ${fromDatabase.code}${fromDatabase.constraint === null ? '' : ` (${fromDatabase.constraint})`}`;
  if (!(error instanceof Error)) return typeof error;
  return `${error.name}: ${error.message}`.replace(PERSONAL_NUMBER, '…');
}
