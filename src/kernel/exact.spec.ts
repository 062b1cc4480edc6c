import fc from 'fast-check';
import { compareRatios, decimalUnits, divideHalfUp, formatFixed, formatTrimmed, greatestCommonDivisor, parseDecimal } from './exact.js';
import { formatYuan, parseYuan, roundToFen } from './money.js';

describe('parseDecimal', () => {
  it.each([['0', 0n], ['12', 12_000_000n], ['0.000001', 1n], ['-1.5', -1_500_000n], ['007.10', 7_100_000n]])('reads %s', (text, units) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value: units });
  });

  it.each(['', '.', '1.', '.5', '1e3', 'NaN', 'Infinity', '+1', '1,000', '１', ' 1', '0x10', '--1'])('refuses %s', (text) => {
    expect(parseDecimal(text)).toEqual({ ok: false, error: 'number.malformed' });
  });

  it('refuses more decimals than the scale holds', () => {
    expect(parseDecimal('0.0000001')).toEqual({ ok: false, error: 'number.too_many_decimals' });
    expect(parseYuan('1.005')).toEqual({ ok: false, error: 'number.too_many_decimals' });
  });
});

describe('rounding', () => {
  it('rounds half away from zero', () => {
    expect(divideHalfUp(5n, 2n)).toBe(3n);
    expect(divideHalfUp(-5n, 2n)).toBe(-3n);
    expect(divideHalfUp(249n, 100n)).toBe(2n);
    expect(divideHalfUp(7n, 12n)).toBe(1n);
    expect(divideHalfUp(5n, 12n)).toBe(0n);
  });

  it('is never further than half a unit from the truth', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (num, den) => {
      const distance = divideHalfUp(num, den) * den - num;
      expect((distance < 0n ? -distance : distance) * 2n <= den).toBe(true);
    }));
  });

  it('rounds money to the fen', () => {
    expect(formatYuan(roundToFen(1n, 3n))).toBe('0.33');
    expect(formatYuan(roundToFen(1n, 200n))).toBe('0.01');
  });
});

describe('formatting', () => {
  it('gives back what was read, whatever the size', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 18 }), (units, scale) => {
      expect(decimalUnits(formatFixed(units, scale), scale)).toBe(units);
      expect(decimalUnits(formatTrimmed(units, scale), scale)).toBe(units);
    }));
  });

  it('always or never keeps trailing zeros', () => {
    expect(formatFixed(5n, 2)).toBe('0.05');
    expect(formatFixed(9007199254740993n, 2)).toBe('90071992547409.93');
    expect(formatTrimmed(3_015_000n, 6)).toBe('3.015');
    expect(formatTrimmed(200_000_000n, 6)).toBe('200');
    expect(formatTrimmed(0n, 6)).toBe('0');
  });
});

it('compares ratios exactly', () => {
  expect(compareRatios({ num: 1n, den: 3n }, { num: 333_333n, den: 1_000_000n })).toBe(1);
  expect(compareRatios({ num: 2n, den: 4n }, { num: 1n, den: 2n })).toBe(0);
  expect(greatestCommonDivisor(-12n, 18n)).toBe(6n);
});
