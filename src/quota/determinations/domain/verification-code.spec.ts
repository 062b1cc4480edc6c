import fc from 'fast-check';
import { CODE_BASE, CODE_NUMBERS, groupedCode, readVerificationCode, verificationCode } from './verification-code.js';

const numbers = fc.array(fc.integer({ min: 0, max: CODE_BASE - 1 }), { minLength: CODE_NUMBERS, maxLength: CODE_NUMBERS });
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

describe('the code of a determination', () => {
  it('is read back however it is typed', () => {
    fc.assert(fc.property(numbers, (given) => {
      const code = verificationCode(given);
      for (const typed of [code, groupedCode(code), ` ${groupedCode(code).toLowerCase()} `, [...code].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')]) {
        expect(readVerificationCode(typed)).toEqual({ ok: true, value: code });
      }
    }));
  });

  it('finds every slip in one place', () => {
    fc.assert(fc.property(numbers, fc.nat(CODE_NUMBERS), fc.nat(CODE_BASE - 1), (given, at, other) => {
      const code = verificationCode(given);
      fc.pre(SIGNS.charAt(other) !== code.charAt(at));
      expect(readVerificationCode(code.slice(0, at) + SIGNS.charAt(other) + code.slice(at + 1))).toEqual({ ok: false, error: 'check' });
    }));
  });

  it('finds two neighbours that have changed places', () => {
    fc.assert(fc.property(numbers, fc.nat(CODE_NUMBERS - 2), (given, at) => {
      const code = verificationCode(given);
      fc.pre(code.charAt(at) !== code.charAt(at + 1));
      expect(readVerificationCode(code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2))).toEqual({ ok: false, error: 'check' });
    }));
  });

  it('says what is wrong with anything else', () => {
    expect(readVerificationCode('7KQM-2XRD')).toEqual({ ok: false, error: 'length' });
    expect(readVerificationCode('7KQM-2XRD-9F40')).toEqual({ ok: false, error: 'sign' });
    expect(() => verificationCode([1, 2])).toThrow(RangeError);
    expect(() => verificationCode(Array.from({ length: 11 }, () => 31))).toThrow(RangeError);
  });
});
