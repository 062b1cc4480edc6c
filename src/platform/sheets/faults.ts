import type { sheetsFileErrorTexts } from './file-texts.js';

/** Why a file as such is refused. */
export type SheetFileErrorCode = keyof typeof sheetsFileErrorTexts.zh;
