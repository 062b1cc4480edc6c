import { normaliseCode } from '../../kernel/normalise.js';

/** Digits of a code that an office hands out: in fours, they can be read over a counter and typed on a number pad. */
export const OFFICE_CODE_DIGITS = 16;
/** Characters of a recovery code: 80 bits in the alphabet of Crockford, which has no I, L, O and U. */
export const RECOVERY_CODE_LENGTH = 16;
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const ONE_TIME_DIGITS = 6;

/** `1234 5678 9012 3456`, as a slip of paper shows it. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/gu, '$1 ');

const withoutSigns = (typed: string): string => normaliseCode(typed).replace(/[-–—.]/g, '');

/** The digits of an office's code in whatever grouping they were typed; null where it cannot be one. */
export function readOfficeCode(typed: string): string | null {
  const digits = withoutSigns(typed);
  return new RegExp(`^\\d{${OFFICE_CODE_DIGITS}}$`).test(digits) ? digits : null;
}

/** The six digits of an authenticator; null where it cannot be a code. */
export function readTotpCode(typed: string): string | null {
  const digits = withoutSigns(typed);
  return new RegExp(`^\\d{${ONE_TIME_DIGITS}}$`).test(digits) ? digits : null;
}

/** A recovery code with O, I and L read as the digits that they were taken for; null where it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const code = withoutSigns(typed).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === RECOVERY_CODE_LENGTH && [...code].every((sign) => CODE_ALPHABET.includes(sign)) ? code : null;
}
