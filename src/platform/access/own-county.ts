import type { Caller } from './caller.js';

/** The county of whoever acts for exactly one, six digits: what a form that asks for a place begins with. Undefined for all others. */
export const ownCounty = ({ scope }: Caller): string | undefined => (scope.kind === 'region' && scope.prefix.length === 6 ? scope.prefix : undefined);
