import type { LocalDate } from './local-date.js';

/** Where time comes from. Nothing else reads the system clock. */
export type Clock = {
  /** The present instant. */
  now(): Date;
  /** The present day in China (UTC+8, no summer time since 1991). */
  today(): LocalDate;
};

const CHINA_OFFSET_MS = 8 * 3_600_000;

export const chinaDay = (instant: Date): LocalDate =>
  new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;

export const systemClock: Clock = { now: () => new Date(), today: () => chinaDay(new Date()) };

/** A clock that stands still, for tests and replays. */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an instant: ${instant}`);
  return { now: () => new Date(at), today: () => chinaDay(at) };
}
