import path from 'node:path';

/** The folder of package.json, both for `src/platform/config` and for its compiled twin under `dist`. */
export const projectRoot: string = path.resolve(import.meta.dirname, '../../..');
