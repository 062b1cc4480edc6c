import { decimalUnits, INPUT_SCALE, powerOfTen } from '../../../kernel/exact.js';
import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { fen, roundToFen, type Fen } from '../../../kernel/money.js';

/** Values of `late_fee.daily` and `late_fee.ceiling`, decimal strings. */
export type LateFeeLaw = { readonly daily: string; readonly ceiling: string };

const SCALE = powerOfTen(INPUT_SCALE);

/**
 * Late fee on arrears: `principal × daily × days`, never more than `principal × ceiling`.
 * Owed only once the finance department's order has expired, then counted from the first day of arrears
 * (残疾人就业条例 art. 27; ceiling: 行政强制法 art. 45).
 * @param days whole days of arrears, 0 or more.
 */
export function lateFee(principal: Fen, days: number, law: LateFeeLaw): Fen {
  const byDay = roundToFen(principal * decimalUnits(law.daily, INPUT_SCALE) * BigInt(days), SCALE * 100n);
  const ceiling = roundToFen(principal * decimalUnits(law.ceiling, INPUT_SCALE), SCALE * 100n);
  return byDay < ceiling ? byDay : ceiling;
}

/**
 * The late fee as it stands on a day.
 * @param firstDayOfArrears the day after the payment window closed; @param orderExpiresOn last day of the finance department's order, null while there is none.
 */
export function lateFeeOn(day: LocalDate, principal: Fen, firstDayOfArrears: LocalDate, orderExpiresOn: LocalDate | null, law: LateFeeLaw): Fen {
  if (orderExpiresOn === null || day <= orderExpiresOn || day < firstDayOfArrears) return fen(0n);
  return lateFee(principal, daysBetween(firstDayOfArrears, day) + 1, law);
}
