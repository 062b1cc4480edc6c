/** Draws that are the same at every run from the same seed (mulberry32): a demo that everybody sees alike. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both bounds included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True in so many of a hundred. */
  isIn(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  /** @param shares what may come out, with its share; shares need not add up to anything */
  oneOf<T>(shares: readonly (readonly [T, number])[]): T {
    const all = shares.reduce((sum, [, share]) => sum + share, 0);
    let left = this.next() * all;
    for (const [what, share] of shares) {
      left -= share;
      if (left < 0) return what;
    }
    const last = shares.at(-1);
    if (last === undefined) throw new RangeError('nothing to choose from');
    return last[0];
  }
}
