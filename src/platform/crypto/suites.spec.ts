import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { mac, sameBytes, suites } from './suites.js';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

describe('the algorithms of this Node', () => {
  it('SM4 is the cipher of GB/T 32907-2016, annex A.1', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('SM4 is the cipher of GB/T 32907-2016, annex A.2: a million times over', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    // Chaining blocks of zeros feeds each result back in as it is.
    const chain = createCipheriv('sm4-cbc', key, key).setAutoPadding(false).update(Buffer.alloc(16 * 1_000_000));
    expect(chain.subarray(-16).toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66');
  });

  it('SM4-CTR counts as in draft-ribose-cfrg-sm4-10, A.2.5.1', () => {
    const expected = 'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514';
    const plain = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join('');
    const cipher = createCipheriv('sm4-ctr', hex('0123456789abcdeffedcba9876543210'), hex('000102030405060708090a0b0c0d0e0f'));
    expect(cipher.update(hex(plain)).toString('hex')).toBe(expected);
  });

  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 is the digest of GB/T 32905-2016, annex A: %s', (text, expected) => expect(createHash('sm3').update(text).digest('hex')).toBe(expected));

  it.each([
    ['0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20', Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)), 'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a'],
    ['0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425', Buffer.alloc(50, 0xcd), '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae'],
    ['0b'.repeat(32), Buffer.from('Hi There'), 'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e'],
  ])('HMAC-SM3 is that of GM/T 0042-2015, D.3: key %s', (key, data, expected) => expect(mac('sm3', hex(key), data).toString('hex')).toBe(expected));

  it('HKDF with SHA-256 is that of RFC 5869, A.1', () => {
    const derived = hkdfSync('sha256', hex('0b'.repeat(22)), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42);
    expect(Buffer.from(derived).toString('hex')).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
  });

  it('HKDF with SM3 is RFC 5869 over HMAC-SM3', () => {
    const secret = Buffer.from('secret');
    const prk = createHmac('sm3', Buffer.alloc(32)).update(secret).digest();
    const first = createHmac('sm3', prk).update('info').update(Buffer.from([1])).digest();
    const second = createHmac('sm3', prk).update(first).update('info').update(Buffer.from([2])).digest();
    expect(Buffer.from(hkdfSync('sm3', secret, '', 'info', 48))).toEqual(Buffer.concat([first, second]).subarray(0, 48));
  });
});

describe.each(['aes', 'sm'] as const)('suite %s', (name) => {
  const suite = suites[name];
  const cipher = suite.cipherWith((part, bytes) => createHash('sha256').update(part).digest().subarray(0, bytes));
  const nonce = Buffer.alloc(suite.nonceBytes, 7);
  const place = Buffer.from('place');
  const { body, tag } = cipher.seal(nonce, Buffer.from('plain'), place);

  it('opens what it sealed', () => expect(cipher.open(nonce, body, tag, place)?.toString()).toBe('plain'));
  it('has the tag it says', () => expect(tag).toHaveLength(suite.tagBytes));
  it('finds other associated data', () => expect(cipher.open(nonce, body, tag, Buffer.from('Place'))).toBeNull());
  it('finds bytes that wander from the associated data into the body', () => {
    const joined = Buffer.concat([place, nonce, body]);
    const shifted = { place: joined.subarray(0, 4), nonce: joined.subarray(4, 4 + suite.nonceBytes), body: joined.subarray(4 + suite.nonceBytes) };
    expect(cipher.open(shifted.nonce, shifted.body, tag, shifted.place)).toBeNull();
  });
});

describe('sameBytes', () => {
  it('compares content and length', () => {
    expect(sameBytes(Buffer.from('abc'), Buffer.from('abc'))).toBe(true);
    expect(sameBytes(Buffer.from('abc'), Buffer.from('abd'))).toBe(false);
    expect(sameBytes(Buffer.from('abc'), Buffer.from('abcd'))).toBe(false);
  });
});
