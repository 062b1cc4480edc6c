/** Failed attempts that cost nothing: people mistype, and screen readers do not always read a password back. */
export const FREE_ATTEMPTS = 5;
/** A day without a failure and the count begins anew. */
export const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;

export type Attempts = {
  /** Attempts in a row that did not succeed, those still under way included. */
  readonly count: number;
  readonly lastAt: Date;
};

/**
 * The instant before which the next attempt is refused; null where none has to wait. Doubles from 15 seconds to 15 minutes:
 * at most about a hundred guesses a day from one place, which is nothing against the password rule, and nobody is ever
 * locked out for good. Whose attempts are counted together is decided elsewhere: one account from one place.
 */
export function waitUntil({ count, lastAt }: Attempts): Date | null {
  const over = count - FREE_ATTEMPTS;
  if (over < 0) return null;
  // Beyond the sixth doubling it is the longest anyway; the bound keeps the power finite.
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(over, 10));
  return new Date(lastAt.getTime() + wait);
}

/** The count after one more attempt. */
export function nextCount(before: Attempts | null, now: Date): number {
  return before === null || now.getTime() - before.lastAt.getTime() > FORGOTTEN_AFTER_MS ? 1 : before.count + 1;
}
