import { parseLocalDate, type LocalDate } from '../local-date.js';
import { normaliseCode } from '../normalise.js';
import { err, ok, type Result } from '../result.js';

declare const citizenIdBrand: unique symbol;
/** 公民身份号码, GB 11643-1999: 6 area + 8 birth date + 3 sequence + 1 check sign, upper-case X. */
export type CitizenIdText = string & { readonly [citizenIdBrand]: true };

export type CitizenId = {
  readonly text: CitizenIdText;
  /** Area code of first registration; may be one that is no longer in use. */
  readonly area: string;
  readonly birthDate: LocalDate;
  readonly sex: 'male' | 'female';
};

export type CitizenIdFault =
  | 'citizen_id.length'
  | 'citizen_id.old_format'
  | 'citizen_id.malformed'
  | 'citizen_id.birth_date'
  | 'citizen_id.check_digit';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_SIGNS = '10X98765432';

/** Check sign over the first 17 digits (ISO 7064 MOD 11-2). */
export function citizenIdCheckSign(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] as number);
  return CHECK_SIGNS.charAt(sum % 11);
}

/** Reads a citizen id; full-width signs, spaces and a lower-case x are normalised first. */
export function parseCitizenId(input: string): Result<CitizenId, CitizenIdFault> {
  const text = normaliseCode(input);
  if (text.length === 15 && /^\d{15}$/.test(text)) return err('citizen_id.old_format');
  if (text.length !== 18) return err('citizen_id.length');
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return err('citizen_id.malformed');
  const birth = parseLocalDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`);
  if (!birth.ok || birth.value < '1850') return err('citizen_id.birth_date');
  if (citizenIdCheckSign(text) !== text.charAt(17)) return err('citizen_id.check_digit');
  return ok({
    text: text as CitizenIdText,
    area: text.slice(0, 6),
    birthDate: birth.value,
    sex: (text.charCodeAt(16) - 48) % 2 === 1 ? 'male' : 'female',
  });
}

/** The id with everything hidden but the first three and last two signs, for screens. */
export const maskCitizenId = (text: string): string => `${text.slice(0, 3)}${'*'.repeat(Math.max(0, text.length - 5))}${text.slice(-2)}`;
