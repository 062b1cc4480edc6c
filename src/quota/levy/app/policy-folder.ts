import path from 'node:path';

/** `config/policy` of this package, from `src/quota/levy/app` and from `dist/quota/levy/app` alike. */
export const policyFolder = path.resolve(import.meta.dirname, '../../../../config/policy');
