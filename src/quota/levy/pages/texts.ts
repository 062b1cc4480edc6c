/** All words of the pages of this room, for the checks that every text stands in every language. */
export { labelTexts, levyPageErrorTexts } from './texts/fault-texts.js';
export { questionTexts } from './texts/question-texts.js';
export { quickTexts } from './texts/quick-texts.js';
export { startTexts } from './texts/start-texts.js';
export { statementTexts } from './texts/statement-texts.js';
export { whatIfTexts } from './texts/what-if-texts.js';
