import { dateDigits } from './typed-number.js';
import { textOf, type Typed } from './typed.js';

/** The boxes of a date are `<prefix>-year`, `<prefix>-month` and `<prefix>-day`. */
export const DATE_PARTS = ['year', 'month', 'day'] as const;

/** `2010`, `5`, `1` of three boxes as the contract writes days; undefined where all are empty. What is no day is refused there. */
export function typedDay(typed: Typed, prefix: string): string | undefined {
  const parts = DATE_PARTS.map((part) => dateDigits(textOf(typed, `${prefix}-${part}`)));
  if (parts.every((part) => part === '')) return undefined;
  const [year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The boxes of a day of the draft. */
export const boxesOf = (prefix: string, day: string | undefined): Typed =>
  day === undefined ? {} : Object.fromEntries(day.split('-').map((part, index) => [`${prefix}-${DATE_PARTS[index]}`, String(Number(part))]));

/** What stands in the boxes, for the date of the kit. */
export const dateValues = (typed: Typed, prefix: string): Readonly<Record<string, string>> =>
  Object.fromEntries(DATE_PARTS.map((part) => [`${prefix}-${part}`, textOf(typed, `${prefix}-${part}`)]));
