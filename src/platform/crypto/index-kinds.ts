import { normaliseCode, toHalfWidth } from '../../kernel/normalise.js';

/** Numbers that are looked up although they are sealed. */
export type IndexKind = 'citizenId' | 'certificate' | 'phone' | 'email' | 'bankAccount';

const withoutPunctuation = (text: string): string => normaliseCode(text).replace(/[-–—().]/g, '');

/** With or without country code, spaces and dashes, one number is one number. Foreign numbers keep their country code. */
function phone(text: string): string {
  const signs = withoutPunctuation(text);
  const inland = /^(?:\+|00)86(\d+)$/.exec(signs)?.[1] ?? /^86(1[3-9]\d{9})$/.exec(signs)?.[1];
  if (inland === undefined) return signs.replace(/^00/, '+');
  return /^(?:0|1[3-9]\d{9}$|[48]00\d{7}$)/.test(inland) ? inland : `0${inland}`;
}

/**
 * One spelling for each value. A change here changes every index of the kind, so it comes with a new index key, which
 * writes all of them anew.
 */
export const normalisers: Readonly<Record<IndexKind, (text: string) => string>> = {
  citizenId: normaliseCode,
  certificate: normaliseCode,
  phone,
  // The part before the @ may tell cases apart (RFC 5321 §2.4), but nobody's mailbox does.
  email: (text) => toHalfWidth(text).replace(/\s/g, '').toLowerCase(),
  bankAccount: withoutPunctuation,
};
