import type { TextParams } from '../../../kernel/domain-error.js';
import { say, type Dictionary, type TextVariant } from '../../../kernel/texts.js';
import { levyErrorTexts } from '../../levy/index.js';
import { uploadErrorTexts } from '../texts.js';
import { refusalTexts } from './texts/refusal-texts.js';

/** In the words of the page first. */
const SOURCES: readonly Dictionary[] = [refusalTexts, uploadErrorTexts, levyErrorTexts];

const sourceOf = (code: string): Dictionary | undefined => SOURCES.find(({ zh }) => Object.hasOwn(zh, code));

/** Whether a code is about the file or the case, so that the page of the upload tells it; the rest is about the request. */
export const isRefusal = (code: string): boolean => sourceOf(code) !== undefined;

/** What is wrong and what to do. An unknown code is a bug and throws. */
export function refusalSentence(code: string, params: TextParams, variant: TextVariant): string {
  const source = sourceOf(code);
  if (!source) throw new Error(`no sentence for ${code}`);
  return say(source, variant, code, params);
}
