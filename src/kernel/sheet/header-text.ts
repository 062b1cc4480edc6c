import { toHalfWidth } from '../normalise.js';

/** A header as it is compared: half-width, without spaces, notes in brackets, marks and colons; lower case. */
export function normaliseHeader(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, '').replace(/\([^()]*\)|\[[^\]]*\]|【[^】]*】/g, '').replace(/[*:：※_]/g, '').replace(/、.*$/, '').toLowerCase();
}
