import path from 'node:path';

/** `config/policy` of this package, from `src` and from `dist` alike. */
export const shippedPolicyFolder = path.resolve(import.meta.dirname, '../../config/policy');
