import { addDays, type LocalDate } from '../../kernel/local-date.js';
import type { DatedValue } from '../parameters.js';

/** Later than every day of law; stands for an end that is not known. */
export const END_OF_TIME = '9999-12-31' as LocalDate;

/** A stretch of days on which one value holds. `from` and `until` may be narrower than the value's own: a nearer region wins. */
export type Stretch<T> = { readonly from: LocalDate; readonly until: LocalDate; readonly value: DatedValue<T> };

export const stretchesOf = <T>(values: readonly DatedValue<T>[]): readonly Stretch<T>[] =>
  values.map((value) => ({ from: value.from, until: value.until ?? END_OF_TIME, value }));

/** Lays the values of a nearer region over those of the region above: the nearer one wins wherever it says anything. */
export function overlay<T>(near: readonly Stretch<T>[], far: readonly Stretch<T>[]): readonly Stretch<T>[] {
  const left = far.flatMap((stretch) => subtract(stretch, near));
  return [...near, ...left].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function subtract<T>(stretch: Stretch<T>, covers: readonly Stretch<T>[]): readonly Stretch<T>[] {
  let rest: Stretch<T>[] = [stretch];
  for (const cover of covers) {
    rest = rest.flatMap((part) => {
      if (cover.until < part.from || cover.from > part.until) return [part];
      const parts: Stretch<T>[] = [];
      if (part.from < cover.from) parts.push({ ...part, until: addDays(cover.from, -1) });
      if (part.until > cover.until) parts.push({ ...part, from: addDays(cover.until, 1) });
      return parts;
    });
  }
  return rest;
}

/** The stretch that holds on a day; null in a gap. Stretches are in order and do not overlap. */
export function stretchOn<T>(stretches: readonly Stretch<T>[], date: LocalDate): Stretch<T> | null {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle] as Stretch<T>;
    if (date < stretch.from) high = middle - 1;
    else if (date > stretch.until) low = middle + 1;
    else return stretch;
  }
  return null;
}
