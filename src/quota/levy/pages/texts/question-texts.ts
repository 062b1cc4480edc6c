import { dictionary } from '../../../../kernel/texts.js';
import { questionEn } from './question-texts.en.js';
import { questionEasy, questionZh } from './question-texts.zh.js';

/** Words of the question pages. */
export const questionTexts = dictionary(questionZh, questionEn, questionEasy);

export type QuestionText = keyof typeof questionTexts.zh & string;
