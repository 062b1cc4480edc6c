import type { Scope } from './caller.js';

/** The columns of a query that say to whom a row belongs; those that a row does not have are left out. */
export type ScopeColumns = {
  /** Region code of six, nine or twelve digits. */
  readonly region?: string;
  readonly employer?: string;
  /** Account of the counselor or coach who has the case. */
  readonly caseload?: string;
  /** Account of the person whom the row is about. */
  readonly person?: string;
};

/**
 * The SQL condition under which a row lies in the scope; pushes its values to `params`, which the statement already holds.
 * A scope for which the rows have no column meets none of them.
 */
export function withinScope(scope: Scope, columns: ScopeColumns, params: unknown[]): string {
  const bind = (value: string | readonly string[]): string => `$${params.push(value)}`;
  const equals = (column: string | undefined, value: string): string => (column === undefined ? 'false' : `${column} = ${bind(value)}`);
  switch (scope.kind) {
    case 'region':
      if (!/^\d{0,12}$/.test(scope.prefix)) throw new Error('the prefix of a region is digits');
      return columns.region === undefined ? 'false' : `${columns.region} LIKE ${bind(`${scope.prefix}%`)}`;
    case 'employer': {
      if (scope.merged.length === 0 || columns.employer === undefined) return equals(columns.employer, scope.employerId);
      return `${columns.employer} = ANY (${bind([scope.employerId, ...scope.merged])}::uuid[])`;
    }
    case 'caseload': return equals(columns.caseload, scope.accountId);
    case 'self':
    case 'ward': return equals(columns.person, scope.accountId);
    case 'none': return 'false';
  }
}
