import { addDays, localDate, makeLocalDate, yearOf, type LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import { END_OF_TIME } from '../domain/timeline.js';
import type { DatedValue, ParameterKey, ParameterValues } from '../parameters.js';
import type { PolicyBook } from '../policy-book.js';

/** A stretch of days for which a value exists in law and is not known to us. */
export type Unknown = {
  readonly parameter: ParameterKey;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Why, in the words of the file; null where nothing at all is recorded. */
  readonly reason: string | null;
  readonly value: DatedValue<ParameterValues[ParameterKey]> | null;
};

/** Base years begin here (`levy.md`): what was law before is not collected. */
export const FIRST_DAY = localDate('2015-01-01');

/** What is not known for a region between the first base year and a day, parameter by parameter, in the order of time. */
export function unknownsOf(book: PolicyBook, region: RegionCode, until: LocalDate, parameters: readonly ParameterKey[]): readonly Unknown[] {
  return parameters.flatMap((parameter) => {
    const unknowns: Unknown[] = [];
    let next = FIRST_DAY;
    for (const stretch of book.timeline(parameter, region)) {
      if (stretch.until < next) continue;
      if (stretch.from > until) break;
      if (stretch.from > next) unknowns.push({ parameter, from: next, until: addDays(stretch.from, -1), reason: null, value: null });
      if (stretch.value.value === null) {
        const from = stretch.from > next ? stretch.from : next;
        unknowns.push({ parameter, from, until: stretch.until < until ? stretch.until : until, reason: stretch.value.note, value: stretch.value });
      }
      next = stretch.until === END_OF_TIME ? END_OF_TIME : addDays(stretch.until, 1);
      if (next > until) break;
    }
    if (next <= until) unknowns.push({ parameter, from: next, until, reason: null, value: null });
    return unknowns;
  });
}

/** Closed base years of a region without a social average wage: their trial sums apply no cap. */
export function yearsWithoutSocialAverage(book: PolicyBook, region: RegionCode, today: LocalDate): readonly number[] {
  const years: number[] = [];
  for (let year = yearOf(FIRST_DAY); year < yearOf(today); year++) {
    if ((book.find('social_average_wage', region, makeLocalDate(year, 1, 1))?.value ?? null) === null) years.push(year);
  }
  return years;
}
