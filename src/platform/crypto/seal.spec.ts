import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseKeyRing } from './parse-key-ring.js';
import { readSealKeys, SealKey } from './seal-keys.js';
import { Seal } from './seal.js';
import { sm2Verify } from './sm2.js';

const secret = (seed: number): string => Buffer.from(Array.from({ length: 32 }, (_, place) => (place * 37 + seed * 101) % 256)).toString('base64');
const ringOf = (...keys: readonly { readonly id: string; readonly suite: string; readonly current: boolean; readonly seed: number }[]) => parseKeyRing(
  JSON.stringify({ keys: keys.map(({ id, suite, current, seed }) => (current ? { id, suite, current: ['field', 'index', 'chain'], slot: 'a', secret: secret(seed) } : { id, suite, readable: ['chain'], secret: secret(seed) })) }), 'test');
const BYTES = Buffer.from('认定书 2026 第 1 号');

const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the seal', () => {
  it.each([['aes', 'ed25519'], ['sm', 'sm2-sm3']])('of the suite %s is %s, the same after every start, and no other', (suite, algorithm) => {
    const seal = new Seal(ringOf({ id: 'k1', suite, current: true, seed: 1 }), null);
    const signature = seal.sign(BYTES);
    expect(signature).toMatchObject({ algorithm, keyId: 'seal-k1' });
    const again = new Seal(ringOf({ id: 'k1', suite, current: true, seed: 1 }), null);
    expect([again.verify(BYTES, signature), again.keys]).toEqual([true, seal.keys]);
    expect(again.verify(Buffer.from('认定书 2026 第 2 号'), signature)).toBe(false);
    expect(again.verify(BYTES, { ...signature, keyId: 'seal-k2' })).toBe(false);
    expect(again.verify(BYTES, { ...signature, signature: signature.signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')) })).toBe(false);
    expect(new Seal(ringOf({ id: 'k1', suite, current: true, seed: 2 }), null).verify(BYTES, signature)).toBe(false);
  });

  it('of a former key of the ring is still checked; the public keys say which is in use, and hold no secret', () => {
    const before = new Seal(ringOf({ id: 'old', suite: 'aes', current: true, seed: 1 }), null).sign(BYTES);
    const now = new Seal(ringOf({ id: 'old', suite: 'aes', current: false, seed: 1 }, { id: 'new', suite: 'sm', current: true, seed: 2 }), null);
    expect([now.verify(BYTES, before), now.sign(BYTES).algorithm]).toEqual([true, 'sm2-sm3']);
    expect(now.keys.map(({ keyId, algorithm, isCurrent }) => [keyId, algorithm, isCurrent])).toEqual([['seal-new', 'sm2-sm3', true], ['seal-old', 'ed25519', false]]);
    for (const { publicKey } of now.keys) expect(publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\w+/=\n]+-----END PUBLIC KEY-----\n$/);
  });

  it('is made with a key that was given; a former one, whose private half is gone, is checked', () => {
    const [former, given] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ec', { namedCurve: 'SM2' })];
    const ring = ringOf({ id: 'k1', suite: 'aes', current: true, seed: 1 });
    const pem = (key: { export(options: object): unknown }, type: string): string => String(key.export({ type, format: 'pem' }));
    const read = (text: string) => readSealKeys({ kind: 'environment', variable: 'ZHUJIU_SEAL_KEY', text });
    const before = new Seal(ring, read(pem(former.privateKey, 'pkcs8'))).sign(BYTES);
    const now = new Seal(ring, read(pem(given.privateKey, 'pkcs8') + pem(former.publicKey, 'spki')));
    expect([before.algorithm, now.sign(BYTES).algorithm, now.verify(BYTES, before), now.verify(BYTES, now.sign(BYTES))]).toEqual(['ed25519', 'sm2-sm3', true, true]);
    expect(now.verify(BYTES, new Seal(ring, null).sign(BYTES))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['no PEM', 'secret'],
    ['a public key alone', String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }))],
    ['a key of another kind', String(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }))],
    ['two that sign', [1, 2].map(() => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))).join('')],
    ['a spoilt one', String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })).replace('MC', 'MD')],
  ])('takes %s for no key, in both languages and without showing it', (_, text) => {
    const told = (): string => {
      try {
        readSealKeys({ kind: 'environment', variable: 'ZHUJIU_SEAL_KEY', text });
        return 'taken';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(told()).toMatch(/印章密钥[\s\S]*seal key/);
    if (text.length > 10) expect(told()).not.toContain(text.split('\n')[1] ?? text);
  });

  it('is SM2 as GM/T 0003.5 has it: the example of the standard', () => {
    const point = '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
    const spki = Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d03420004${point}`, 'hex');
    const [r, s] = ['f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3', 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'];
    const signature = Buffer.from(`3046022100${r}022100${s}`, 'hex');
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(sm2Verify(key, spki, Buffer.from('message digest'), signature)).toBe(true);
    expect(sm2Verify(key, spki, Buffer.from('message digesT'), signature)).toBe(false);
    expect(new SealKey(key, null, null).verify(Buffer.from('message digest'), signature)).toBe(true);
  });

  it.each(['aes', 'sm'])('of the suite %s is checked by OpenSSL alone, as docs/operators.md says', (suite) => {
    const openssl = ['/usr/bin/openssl', '/usr/local/bin/openssl', '/opt/homebrew/bin/openssl'].find((program) => existsSync(program));
    // Where there is no OpenSSL 3 the example of the standard and RFC 8032 stand for it.
    if (openssl === undefined || !/^OpenSSL 3/.test(execFileSync(openssl, ['version']).toString())) return;
    const seal = new Seal(ringOf({ id: 'k1', suite, current: true, seed: 3 }), null);
    const at = (name: string): string => path.join(folder, `${suite}-${name}`);
    writeFileSync(at('key.pem'), seal.keys[0]?.publicKey ?? '');
    writeFileSync(at('bytes'), BYTES);
    writeFileSync(at('signature'), Buffer.from(seal.sign(BYTES).signature, 'base64url'));
    const extra = suite === 'sm' ? ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'] : [];
    const said = execFileSync(openssl, ['pkeyutl', '-verify', '-rawin', ...extra, '-pubin', '-inkey', at('key.pem'), '-sigfile', at('signature'), '-in', at('bytes')]).toString();
    expect(said).toContain('Signature Verified Successfully');
  });
});
