export { backupErrorTexts } from './texts.js';
