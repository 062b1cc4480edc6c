import { DomainError } from '../../kernel/domain-error.js';
import { driverError, SqlState } from './sql-state.js';

/** Constraint name → stable error code with a text. Rooms contribute the constraints that a user's input can meet. */
export type ConstraintErrors = Readonly<Record<string, string>>;

/** Injection token of all rooms' `ConstraintErrors`. */
export const CONSTRAINT_ERRORS = Symbol('CONSTRAINT_ERRORS');

const VIOLATIONS: readonly string[] = [SqlState.unique, SqlState.exclusion, SqlState.check, SqlState.foreignKey, SqlState.notNull];

/** The refusal that a violated constraint stands for, or null when the violation is no user's doing but a bug. */
export function constraintRefusal(error: unknown, known: ConstraintErrors): DomainError | null {
  const found = driverError(error);
  if (!found || found.constraint === null || !VIOLATIONS.includes(found.code) || !Object.hasOwn(known, found.constraint)) return null;
  const code = known[found.constraint];
  return code === undefined ? null : Object.assign(new DomainError(code), { cause: error });
}
