import { divideHalfUp, formatFixed, formatTrimmed, powerOfTen, type Ratio } from '../../../kernel/exact.js';

/** Decimals shown of a number that no finite decimal equals (2411 / 12); the computation keeps the fraction. */
const SHOWN_DECIMALS = 6;
const LONGEST = 12;
const SMALL = 9_000_000_000n;

/** Denominators that occur are powers of ten up to 10^15 nearly always; as numbers they are found faster. */
const scaleOfPower = new Map<number, number>(Array.from({ length: 16 }, (_, scale) => [10 ** scale, scale]));

/** A head-count, ratio or gap as text without trailing zeros: exact up to twelve decimals, else rounded half up to six. */
export function showNumber(value: Ratio): string {
  const scale = scaleOfPower.get(Number(value.den));
  if (scale !== undefined) {
    const text = formatTrimmed(value.num, scale);
    const point = text.indexOf('.');
    if (point < 0 || text.length - point - 1 <= LONGEST) return text;
  }
  if (value.num >= 0n && value.num < SMALL) {
    // Twelfths of head-counts, the common case: their millionfold is still exact as a number.
    const millionths = Number(value.num) * 1_000_000;
    const den = Number(value.den);
    if (millionths % den === 0) return formatTrimmed(BigInt(millionths / den), SHOWN_DECIMALS);
  }
  const unit = powerOfTen(LONGEST);
  if ((value.num * unit) % value.den === 0n) return formatTrimmed((value.num * unit) / value.den, LONGEST);
  return formatTrimmed(divideHalfUp(value.num * powerOfTen(SHOWN_DECIMALS), value.den), SHOWN_DECIMALS);
}

/** Yuan with two decimals, half up. */
export function showYuan(value: Ratio): string {
  const scale = scaleOfPower.get(Number(value.den));
  if (scale === 2) return formatFixed(value.num, 2);
  return formatFixed(divideHalfUp(value.num * 100n, value.den), 2);
}
