import type { TextParams } from '../../../kernel/domain-error.js';
import { fill, type Dictionary, type Language } from '../../../kernel/texts.js';

/** Injection token of the sentences of every room, by stable code. */
export const ERROR_TEXTS = Symbol('ERROR_TEXTS');

export type ErrorTexts = Dictionary<string>;

/** One dictionary of all rooms. A code with two texts would say one thing here and another there, so it throws. */
export function mergeErrorTexts(...dictionaries: readonly ErrorTexts[]): ErrorTexts {
  const codes = dictionaries.flatMap((texts) => Object.keys(texts.zh));
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (twice.length > 0) throw new Error(`codes with more than one text: ${twice.join(', ')}`);
  return {
    zh: Object.assign({}, ...dictionaries.map((texts) => texts.zh)) as ErrorTexts['zh'],
    en: Object.assign({}, ...dictionaries.map((texts) => texts.en)) as ErrorTexts['en'],
    easy: Object.assign({}, ...dictionaries.map((texts) => texts.easy)) as ErrorTexts['easy'],
  };
}

/** The sentence of a code; null where there is none or it lacks a value, which a test finds before a person does. */
export function sentenceOf(texts: ErrorTexts, language: Language, code: string, params: TextParams): string | null {
  const text = Object.hasOwn(texts[language], code) ? texts[language][code] : undefined;
  if (text === undefined) return null;
  try {
    return fill(text, params);
  } catch {
    return null;
  }
}
