import { randomBytes } from 'node:crypto';

const POOL_BYTES = 16_384;

let pool = Buffer.alloc(0);
let used = 0;

/** Random bytes that were given to nobody before. The system is asked for many at a time: a call of its own for each costs as much as the sealing. */
export function freshNonce(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    pool = randomBytes(Math.max(bytes, POOL_BYTES));
    used = 0;
  }
  used += bytes;
  return pool.subarray(used - bytes, used);
}
