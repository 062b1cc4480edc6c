import { normaliseCode } from '../../../kernel/normalise.js';
import { err, ok, type Result } from '../../../kernel/result.js';

/** Signs that nobody takes for one another: neither 0, O nor 1, I, L. Their number is a prime, so that one check sign finds every single slip. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31^11 are about 2^54: nobody finds a code by trying. */
const FREE_SIGNS = 11;

/** How many random numbers below `CODE_BASE` a code is made of. */
export const CODE_NUMBERS = FREE_SIGNS;
export const CODE_BASE = SIGNS.length;

export type CodeFault = 'length' | 'sign' | 'check';

/** One sign that makes a slip in one place, and a swap of two places, visible. */
function checkSign(values: readonly number[]): string {
  const sum = values.reduce((total, value, at) => total + value * (at + 1), 0);
  return SIGNS.charAt(sum % CODE_BASE);
}

/** @param numbers `CODE_NUMBERS` random whole numbers, 0 to `CODE_BASE` − 1 */
export function verificationCode(numbers: readonly number[]): string {
  if (numbers.length !== FREE_SIGNS || numbers.some((value) => !Number.isInteger(value) || value < 0 || value >= CODE_BASE)) throw new RangeError('a code is made of 11 numbers below 31');
  return numbers.map((value) => SIGNS.charAt(value)).join('') + checkSign(numbers);
}

/** A code as somebody typed it: full-width, in lower case, with or without dashes. */
export function readVerificationCode(typed: string): Result<string, CodeFault> {
  const code = normaliseCode(typed).replace(/[-－—–_.]/g, '');
  if (code.length !== FREE_SIGNS + 1) return err('length');
  const values = [...code].map((sign) => SIGNS.indexOf(sign));
  if (values.includes(-1)) return err('sign');
  return checkSign(values.slice(0, FREE_SIGNS)) === code.charAt(FREE_SIGNS) ? ok(code) : err('check');
}

/** `7KQM-2XRD-9F4H`, as it is printed. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
