import { err, ok, type Result } from './result.js';

/**
 * Exact arithmetic on integers of a named scale. A number with `scale` s is stored as `units` = value × 10^s.
 * Binary floats never touch law: everything here is bigint.
 */

/** Digits behind the point that an input may carry. */
export const INPUT_SCALE = 6;

const POWERS: readonly bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

export type DecimalFault = 'number.malformed' | 'number.too_many_decimals';

const PLAIN = /^-?\d+(?:\.(\d+))?$/;

/**
 * Reads a plain decimal string (no exponent, no sign +, no grouping) into units of 10^-`scale`.
 * @returns units; `number.malformed` or `number.too_many_decimals` otherwise. Trailing zeros beyond the scale are not forgiven.
 */
export function parseDecimal(text: string, scale: number = INPUT_SCALE): Result<bigint, DecimalFault> {
  const match = PLAIN.exec(text);
  if (!match) return err('number.malformed');
  const fraction = match[1] ?? '';
  if (fraction.length > scale) return err('number.too_many_decimals');
  return ok(decimalUnits(text, scale));
}

/** The exact value of a text already known to be a plain decimal, over the power of ten that its own decimals ask for. */
export function decimalRatio(text: string): Ratio {
  const point = text.indexOf('.');
  if (point < 0) return { num: BigInt(text), den: 1n };
  return { num: BigInt(text.slice(0, point) + text.slice(point + 1)), den: powerOfTen(text.length - point - 1) };
}

/** Units of a text already known to be a plain decimal with at most `scale` decimals. */
export function decimalUnits(text: string, scale: number): bigint {
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text) * powerOfTen(scale);
  const decimals = text.length - point - 1;
  return BigInt(text.slice(0, point) + text.slice(point + 1)) * powerOfTen(scale - decimals);
}

/** Integers up to 2^53 are exact as numbers, and faster. */
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** `numerator / denominator` rounded half up (away from zero on a tie); the denominator is positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (numerator >= 0n && numerator <= SAFE && denominator <= SAFE) {
    const [num, den] = [Number(numerator), Number(denominator)];
    const rest = num % den;
    const whole = (num - rest) / den;
    return BigInt(rest >= den - rest ? whole + 1 : whole);
  }
  return numerator >= 0n
    ? (2n * numerator + denominator) / (2n * denominator)
    : -((-2n * numerator + denominator) / (2n * denominator));
}

const FRACTION_PADDING = '0'.repeat(15);
/** The decimals of fen, the most frequent by far. */
const HUNDREDTHS: readonly string[] = Array.from({ length: 100 }, (_, rest) => String(rest).padStart(2, '0'));

/** Text of `units` × 10^-scale with exactly `scale` decimals. */
export function formatFixed(units: bigint, scale: number): string {
  if (scale === 0) return units.toString();
  if (units >= 0n && units <= SAFE && scale <= 15) {
    const whole = Number(units);
    const unit = 10 ** scale;
    const rest = whole % unit;
    if (scale === 2) return `${(whole - rest) / 100}.${HUNDREDTHS[rest]}`;
    const fraction = String(rest);
    return `${(whole - rest) / unit}.${FRACTION_PADDING.slice(0, scale - fraction.length)}${fraction}`;
  }
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative ? `-${text}` : text;
}

/** Text of `units` × 10^-scale without trailing zeros. */
export function formatTrimmed(units: bigint, scale: number): string {
  const text = formatFixed(units, scale);
  if (scale === 0) return text;
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  if (text.charCodeAt(end - 1) === 46) end--;
  return text.slice(0, end);
}

/** An exact fraction; `den` is positive. Not necessarily in lowest terms. */
export type Ratio = { readonly num: bigint; readonly den: bigint };

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Sign of a − b. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
