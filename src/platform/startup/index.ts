export { openKeyRing } from '../keys/open-ring.js';
export { migrate } from './migrate.js';
export { openDatabase, type OpenedDatabase } from './open-database.js';
export { withDatabase } from './with-database.js';
export { startupTexts as startupErrorTexts } from './texts.js';
