import { say, type TextVariant } from '../../../kernel/texts.js';
import { filingPageTexts } from './texts.js';

type Run = { readonly first: number; readonly last: number; readonly count: number | null };

/** Head-counts of the twelve months in words, January first; months of one number together: `1–6 月 96 人，7–12 月 98 人`. */
export function staffWords(variant: TextVariant, monthlyStaff: readonly (number | null)[]): string {
  const runs = monthlyStaff.reduce<readonly Run[]>((before, count, at) => {
    const last = before.at(-1);
    const month = at + 1;
    return last !== undefined && last.count === count ? [...before.slice(0, -1), { ...last, last: month }] : [...before, { first: month, last: month, count }];
  }, []);
  return runs.map(({ first, last, count }) => {
    const months = first === last ? String(first) : `${first}–${last}`;
    return count === null ? say(filingPageTexts, variant, 'staffBlank', { months }) : say(filingPageTexts, variant, 'staffOf', { months, count });
  }).join(variant === 'en' ? '; ' : '，');
}
