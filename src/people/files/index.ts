/** The room's face: one person, one file. */
export { PersonData, type PersonBundle } from './app/person-data.js';
export { FilesModule } from './files.module.js';
export { filesErrorTexts } from './texts.js';
