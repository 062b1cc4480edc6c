/** The room's face: public bodies and enterprises of the state that lead, or do not. */
export { LeadingModule } from './leading.module.js';
export { leadingErrorTexts } from './texts.js';
