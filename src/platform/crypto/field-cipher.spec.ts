import fc from 'fast-check';
import { inspect } from 'node:util';
import { ringText, testSecret, type TestKey } from '../../../test/support/keys.js';
import { DomainError } from '../../kernel/domain-error.js';
import { FieldCipher, type FieldContext } from './field-cipher.js';
import { parseKeyRing } from './parse-key-ring.js';

const cipherWith = (...keys: readonly TestKey[]): FieldCipher => new FieldCipher(parseKeyRing(ringText(...keys), 'k'));
const place: FieldContext = { table: 'person_file', column: 'citizen_id', rowId: '0b9f6a4e-5d0c-4c53-9d1e-0d9d4a1f7c11' };
const specimen = '11010519491231002X';

function codeOf(attempt: () => unknown): string {
  try {
    return `opened: ${String(attempt())}`;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe.each(['aes', 'sm'])('FieldCipher with suite %s', (suite) => {
  const cipher = cipherWith({ id: 'k1', suite });
  const sealed = cipher.seal(specimen, place);

  it('opens what it sealed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, rowId) => {
      const context = { ...place, rowId };
      return cipher.open(cipher.seal(text, context), context) === text;
    }));
  });

  it('writes version, suite, key id, nonce, place, ciphertext and tag', () => {
    expect(sealed.startsWith(`zf1.${suite}.k1.`)).toBe(true);
    expect(sealed.split('.').map((part) => part.length)).toEqual([3, suite.length, 2, suite === 'aes' ? 16 : 22, 22, 24, suite === 'aes' ? 22 : 43]);
  });

  it('shows neither the value nor whether two values are the same', () => {
    const again = cipher.seal(specimen, place);
    const parts = sealed.split('.').slice(3);
    again.split('.').slice(3).forEach((part, index) => expect(part).not.toBe(parts[index]));
    for (const form of [specimen, Buffer.from(specimen).toString('base64url'), Buffer.from(specimen).toString('hex')]) expect(sealed).not.toContain(form.slice(0, 8));
  });

  it('finds every flipped bit of the text', () => {
    for (let at = 0; at < sealed.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = sealed.slice(0, at) + String.fromCharCode(sealed.charCodeAt(at) ^ (1 << bit)) + sealed.slice(at + 1);
        expect(codeOf(() => cipher.open(changed, place))).toMatch(/^crypto\.field_(?:malformed|tampered|key_unknown)$/);
      }
    }
  });

  it('finds every flipped bit of nonce, place, ciphertext and tag as tampering', () => {
    const parts = sealed.split('.');
    for (let index = 3; index < parts.length; index++) {
      const bytes = Buffer.from(parts[index] ?? '', 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const flipped = Buffer.from(bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
        const changed = parts.with(index, flipped.toString('base64url')).join('.');
        expect(codeOf(() => cipher.open(changed, place))).toBe('crypto.field_tampered');
      }
    }
  });

  it('finds parts that were cut, swapped between texts or left out', () => {
    const other = cipher.seal('11010519491231002x', place).split('.');
    const parts = sealed.split('.');
    for (let index = 3; index < parts.length; index++) {
      expect(codeOf(() => cipher.open(parts.with(index, other[index] ?? '').join('.'), place))).toBe('crypto.field_tampered');
      const shorter = Buffer.from(parts[index] ?? '', 'base64url').subarray(1).toString('base64url');
      expect(codeOf(() => cipher.open(parts.with(index, shorter).join('.'), place))).toBe('crypto.field_tampered');
      expect(codeOf(() => cipher.open(parts.toSpliced(index, 1).join('.'), place))).toBe('crypto.field_malformed');
    }
  });

  it.each<[string, Partial<FieldContext>]>([
    ['row', { rowId: '0b9f6a4e-5d0c-4c53-9d1e-0d9d4a1f7c12' }], ['column', { column: 'phone' }], ['table', { table: 'employer' }],
    ['place of the same letters', { table: 'person_filec', column: 'itizen_id' }],
  ])('finds a value that was moved to another %s', (_, change) => {
    expect(codeOf(() => cipher.open(sealed, { ...place, ...change }))).toBe('crypto.field_moved');
  });

  it('does not open with another secret under the same id', () => {
    expect(codeOf(() => cipherWith({ id: 'k1', suite, secret: testSecret('other') }).open(sealed, place))).toBe('crypto.field_tampered');
  });

  it('does not open under the same secret in the other suite', () => {
    const other = suite === 'aes' ? 'sm' : 'aes';
    const stranger = cipherWith({ id: 'k1', suite: other });
    expect(codeOf(() => stranger.open(sealed, place))).toBe('crypto.field_tampered');
    expect(codeOf(() => stranger.open(sealed.replace(`.${suite}.`, `.${other}.`), place))).toBe('crypto.field_tampered');
  });

  it('tells errors without the value', () => {
    try {
      cipher.open(sealed, { ...place, rowId: 'x' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'crypto.field_moved', params: { table: 'person_file', column: 'citizen_id', keyId: 'k1' } });
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain(specimen);
    }
    expect.assertions(2);
  });

  it('shows no key when it is printed', () => {
    const secret = Buffer.from(testSecret('k1'), 'base64');
    const shown = `${inspect(cipher, { depth: null, showHidden: true })}${JSON.stringify(cipher)}`;
    for (const form of ['base64', 'base64url', 'hex'] as const) expect(shown).not.toContain(secret.toString(form));
    expect(shown).not.toContain('Buffer');
  });
});

describe('FieldCipher', () => {
  it.each([specimen, '', 'zf1', 'zf2.aes.k1.AAAA.AAAA.AAAA.AAAA', 'zf1.des.k1.AAAA.AAAA.AAAA.AAAA', 'zf1.aes.K1.AAAA.AAAA.AAAA.AAAA', 'zf1.aes.k1.AAAA.AAAA.AAAA.AAAA\n'])(
    'takes %j for no sealed text', (text) => expect(codeOf(() => cipherWith({ id: 'k1' }).open(text, place))).toBe('crypto.field_malformed'));

  it('refuses any text it did not write with a stable code', () => {
    const cipher = cipherWith({ id: 'k1' });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(codeOf(() => cipher.open(`zf1.aes.k1.${text}`, place))).toMatch(/^crypto\.field_/);
    }));
  });

  it('seals only well-formed text in a whole place', () => {
    const cipher = cipherWith({ id: 'k1' });
    expect(() => cipher.seal('\ud800', place)).toThrow('not well-formed');
    for (const part of ['table', 'column', 'rowId']) expect(() => cipher.seal('x', { ...place, [part]: '' })).toThrow('needs its table');
  });

  it('lives through a rotation from one suite to the other', () => {
    const before = cipherWith({ id: 'old' });
    const sealed = before.seal(specimen, place);
    const during = cipherWith({ id: 'old', readable: ['field'] }, { id: 'new', suite: 'sm' });
    expect([before.needsRotation(sealed), during.needsRotation(sealed)]).toEqual([false, true]);
    const renewed = during.seal(during.open(sealed, place), place);
    expect(renewed.startsWith(during.currentPrefix)).toBe(true);
    expect(during.needsRotation(renewed)).toBe(false);
    const after = cipherWith({ id: 'new', suite: 'sm' });
    expect(after.open(renewed, place)).toBe(specimen);
    expect(codeOf(() => after.open(sealed, place))).toBe('crypto.field_key_unknown');
  });

  it('takes a longer id that begins like the current one for another key', () => {
    const cipher = cipherWith({ id: 'k1', current: ['index', 'chain'] }, { id: 'k', current: ['field'] });
    expect(cipher.needsRotation(cipherWith({ id: 'k1' }).seal('x', place))).toBe(true);
    expect(cipher.needsRotation('no sealed text')).toBe(true);
  });
});
