import { normaliseCode } from '../normalise.js';
import { err, ok, type Result } from '../result.js';

/** 组织机构代码 GB 11714: eight signs of 0-9A-Z and a check sign. */
export type OrganisationCodeFault = 'organisation_code.malformed' | 'organisation_code.check_digit';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

const valueOf = (sign: number): number => (sign <= 57 ? sign - 48 : sign - 55);

/** Check sign over the first eight signs. */
export function organisationCheckSign(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += valueOf(first8.charCodeAt(i)) * (WEIGHTS[i] as number);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Reads nine signs, a hyphen before the last one allowed; returns them without it. */
export function parseOrganisationCode(input: string): Result<string, OrganisationCodeFault> {
  const text = normaliseCode(input).replace('-', '');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(text)) return err('organisation_code.malformed');
  return organisationCheckSign(text) === text.charAt(8) ? ok(text) : err('organisation_code.check_digit');
}
