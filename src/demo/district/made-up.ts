import { citizenIdCheckSign } from '../../kernel/ids/citizen-id.js';
import { organisationCheckSign } from '../../kernel/ids/organisation-code.js';
import { usccCheckSign } from '../../kernel/ids/uscc.js';
import type { LocalDate } from '../../kernel/local-date.js';

/**
 * Numbers of nobody, with right check signs: area 999999 does not exist. Tests and demos make theirs here, so that none can
 * ever be somebody's.
 */
const NOWHERE = '999999';

/** @param serial 0 to 999, odd for a man. @param birth YYYY-MM-DD */
export function madeUpCitizenId(birth: LocalDate, serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 999) throw new RangeError(`a serial of one day is 0 to 999, not ${serial}`);
  const first17 = `${NOWHERE}${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + citizenIdCheckSign(first17);
}

/** @param serial 0 to 9,999,999 */
export function madeUpUscc(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 9_999_999) throw new RangeError(`a serial is 0 to 9999999, not ${serial}`);
  const body = `M${String(serial).padStart(7, '0')}`;
  const first17 = `91${NOWHERE}${body}${organisationCheckSign(body)}`;
  return first17 + usccCheckSign(first17);
}
