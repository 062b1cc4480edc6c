import { addMonths, localDate } from '../../../kernel/local-date.js';

/** Months that a deferral lasts, a part of one counted whole. */
export function monthsBetween(from: string, until: string): number {
  const [start, end] = [localDate(from), localDate(until)];
  let months = 0;
  while (addMonths(start, months) < end) months += 1;
  return months;
}
