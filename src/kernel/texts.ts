import type { TextParams } from './domain-error.js';

/** Languages of the service; `easy` is the easy-read Chinese (易读), which falls back to `zh`. */
export type Language = 'zh' | 'en';
export type TextVariant = Language | 'easy';

/** A sentence with `{name}` placeholders, or a function where the words depend on the values. */
export type Text = string | ((params: TextParams) => string);

export type Dictionary<K extends string = string> = {
  readonly zh: Readonly<Record<K, Text>>;
  readonly en: Readonly<Record<K, Text>>;
  readonly easy: Readonly<Partial<Record<K, Text>>>;
};

/** Chinese gives the shape: a key that English lacks does not compile. */
export function dictionary<const Z extends Record<string, Text>>(
  zh: Z,
  en: Readonly<Record<keyof Z & string, Text>>,
  easy?: Readonly<Partial<Record<keyof Z & string, Text>>>,
): Dictionary<keyof Z & string> {
  return { zh, en, easy: easy ?? ({} as Partial<Record<keyof Z & string, Text>>) };
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** Fills a text. A placeholder without a value is a bug and throws: a sentence must never lose its amount silently. */
export function fill(text: Text, params: TextParams = {}): string {
  if (typeof text === 'function') return text(params);
  if (!text.includes('{')) return text;
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`text "${text}" lacks a value for {${name}}`);
    return value === null ? '—' : String(value);
  });
}

export function say<K extends string>(texts: Dictionary<K>, variant: TextVariant, key: K, params: TextParams = {}): string {
  const text = variant === 'easy' ? (texts.easy[key] ?? texts.zh[key]) : texts[variant][key];
  return fill(text, params);
}
