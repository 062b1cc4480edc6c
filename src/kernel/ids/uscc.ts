import { normaliseCode } from '../normalise.js';
import { err, ok, type Result } from '../result.js';
import { organisationCheckSign } from './organisation-code.js';

declare const usccBrand: unique symbol;
/** 统一社会信用代码 as eighteen upper-case signs. */
export type UsccText = string & { readonly [usccBrand]: true };

/** GB 32100-2015: registering body 1 + class 1 + area 6 + organisation code 9 + check sign 1. */
export type UnifiedSocialCreditCode = {
  readonly text: UsccText;
  readonly area: string;
  /** Codes issued since 2015 do not all satisfy GB 11714: false is a warning, never a refusal. */
  readonly organisationCodeHolds: boolean;
};

export type UsccFault = 'uscc.length' | 'uscc.malformed' | 'uscc.check_digit';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Check sign over the first seventeen signs (MOD 31). */
export function usccCheckSign(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(first17.charAt(i)) * (WEIGHTS[i] as number);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Reads a USCC; full-width signs, spaces and lower case are normalised first. */
export function parseUscc(input: string): Result<UnifiedSocialCreditCode, UsccFault> {
  const text = normaliseCode(input);
  if (text.length !== 18) return err('uscc.length');
  if (!SHAPE.test(text)) return err('uscc.malformed');
  if (usccCheckSign(text) !== text.charAt(17)) return err('uscc.check_digit');
  return ok({
    text: text as UsccText,
    area: text.slice(2, 8),
    organisationCodeHolds: organisationCheckSign(text.slice(8, 16)) === text.charAt(16),
  });
}
