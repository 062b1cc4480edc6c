import { chinaDay, systemClock, type Clock } from '../../kernel/clock.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** A clock that jumps from act to act of the district's two years, and goes on at the usual pace in between. */
export class DistrictClock implements Clock {
  #shift = 0;

  /** @param instant ISO 8601 */
  jumpTo(instant: string): void {
    this.#shift = Date.parse(instant) - systemClock.now().getTime();
  }

  now(): Date {
    return new Date(systemClock.now().getTime() + this.#shift);
  }

  today(): LocalDate {
    return chinaDay(this.now());
  }
}
