import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { ringText, testSecret, type TestKey } from '../../../test/support/keys.js';
import { KeyRingError } from './key-ring-error.js';
import { newKeySecret } from './key-secret.js';
import { parseKeyRing } from './parse-key-ring.js';
import { readKeyRing } from './read-key-ring.js';

function refusal(attempt: () => unknown): KeyRingError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof KeyRingError) return error;
    throw error;
  }
  throw new Error('the ring was taken');
}

const faults = (text: string): string[] => refusal(() => parseKeyRing(text, 'keys.yaml')).errors.map(({ pointer, code }) => `${pointer} ${code}`);

const old: TestKey = { id: '2025', suite: 'sm', readable: ['field', 'index'], slot: 'b' };

describe('parseKeyRing', () => {
  it('reads YAML as people write it, with ids that look like numbers', () => {
    const ring = parseKeyRing([
      '# office keys', 'keys:', '  - id: 2026', '    suite: sm', '    current: [field, index, chain]', '    slot: b', `    secret: ${testSecret('x')}`,
    ].join('\n'), 'keys.yaml');
    expect(ring.currentOf('chain').entry).toEqual({ id: '2026', suite: 'sm', current: ['field', 'index', 'chain'], readable: [], slot: 'b' });
  });

  it('has one current key and others to read for each purpose', () => {
    const ring = parseKeyRing(ringText(old, { id: '2026' }), 'keys.yaml');
    expect(ring.currentOf('field').id).toBe('2026');
    expect(ring.readableOf('index').map(({ id }) => id)).toEqual(['2026', '2025']);
    expect(ring.readableOf('chain').map(({ id }) => id)).toEqual(['2026']);
    expect(ring.find('field', '2025')?.suite).toBe('sm');
    expect(ring.find('chain', '2025')).toBeNull();
    expect(ring.find('field', '2024')).toBeNull();
  });

  it('lets one purpose change its key without the others', () => {
    const ring = parseKeyRing(ringText({ id: 'one', current: ['index', 'chain'], readable: ['field'] }, { id: 'two', current: ['field'] }), 'keys.yaml');
    expect([ring.currentOf('field').id, ring.currentOf('index').id]).toEqual(['two', 'one']);
  });

  it.each<[string, string, string[]]>([
    ['nothing', '', [' crypto.ring_shape']],
    ['no keys', '{"keys":[]}', [' crypto.ring_shape']],
    ['keys beside something else', '{"keys":[{}],"more":1}', [' crypto.ring_shape']],
    ['a list alone', '[1]', [' crypto.ring_shape']],
    ['broken YAML', 'keys:\n  - id: "a', [' crypto.ring_syntax']],
    ['a name twice', 'keys:\n  - id: a\n    id: b', [' crypto.ring_syntax']],
    ['two documents', 'keys: []\n---\nkeys: []', [' crypto.ring_syntax']],
    ['an alias', 'keys: [&k {id: a}, *k]', [' crypto.ring_shape']],
    ['an alias to nothing', 'keys: [*k]', [' crypto.ring_shape']],
    ['a tag', 'keys: !!js [a]', [' crypto.ring_syntax']],
    ['a key that is a word', '{"keys":["abc"]}', ['/keys/0 crypto.key_shape']],
    ['an unknown field', '{"keys":[{"id":"a","purpose":"field"}]}', ['/keys/0 crypto.key_shape']],
    ['an empty key', '{"keys":[{}]}', ['/keys/0 crypto.key_id', '/keys/0 crypto.key_suite', '/keys/0 crypto.key_purposes', '/keys/0 crypto.key_secret_form']],
    ['ids of wrong form', ringText({ id: 'A' }, { id: '-a' }, { id: 'a'.repeat(25) }), ['/keys/0 crypto.key_id', '/keys/1 crypto.key_id', '/keys/2 crypto.key_id']],
    ['an unknown suite', ringText({ id: 'a', suite: 'des' }), ['/keys/0 crypto.key_suite']],
    ['an unknown purpose', ringText({ id: 'a', current: ['field', 'all'] }), ['/keys/0 crypto.key_purposes']],
    ['a purpose twice', ringText({ id: 'a', current: ['field', 'field'] }), ['/keys/0 crypto.key_purposes']],
    ['a purpose both current and readable', ringText({ id: 'a', current: ['field'], readable: ['field'] }), ['/keys/0 crypto.key_purposes']],
    ['an index key of no slot', ringText({ id: 'a', slot: 'c' }), ['/keys/0 crypto.key_slot']],
    ['a slot without index', ringText({ id: 'a', current: ['field'], slot: 'a' }), ['/keys/0 crypto.key_slot']],
    ['a short secret', ringText({ id: 'a', secret: 'c2hvcnQ=' }), ['/keys/0 crypto.key_secret_form']],
    ['a secret with a stray sign', ringText({ id: 'a', secret: `${testSecret('a')} ` }), ['/keys/0 crypto.key_secret_form']],
    ['a secret of zeros', ringText({ id: 'a', secret: Buffer.alloc(32).toString('base64') }), ['/keys/0 crypto.key_secret_weak']],
    ['an id twice', ringText({ id: 'a' }, { id: 'a', readable: ['field'], secret: testSecret('b') }), ['/keys/1 crypto.key_id_repeated']],
    ['a secret twice', ringText({ id: 'a' }, { id: 'b', readable: ['field'], secret: testSecret('a') }), ['/keys/1 crypto.key_secret_repeated']],
    ['a purpose without current key', ringText({ id: 'a', current: ['field', 'index'] }), ['/keys crypto.ring_current']],
    ['two current keys', ringText({ id: 'a' }, { id: 'b', current: ['chain'] }), ['/keys crypto.ring_current']],
    ['two index keys in one slot', ringText({ id: 'a' }, { ...old, slot: 'a' }), ['/keys crypto.ring_slots']],
  ])('refuses %s', (_, text, expected) => expect(faults(text)).toEqual(expected));

  it('says where and what to do in both languages', () => {
    const { message } = refusal(() => parseKeyRing(ringText({ id: '2026', secret: 'x' }), '/etc/zhujiu/keys.yaml'));
    expect(message).toContain('/etc/zhujiu/keys.yaml');
    expect(message).toContain('第 1 把密钥（2026）');
    expect(message).toContain('key number 1 (2026)');
    expect(refusal(() => parseKeyRing('keys:\n  - id: "a', 'k')).message).toContain('2');
  });

  it.each([
    ['in its own place', (secret: string) => ringText({ id: 'a', secret: `${secret}=` })],
    ['as an id', (secret: string) => ringText({ id: secret })],
    ['as a suite', (secret: string) => ringText({ id: 'a', suite: secret })],
    ['as a purpose', (secret: string) => ringText({ id: 'a', current: [secret] })],
    ['as a slot', (secret: string) => ringText({ id: 'a', slot: secret })],
    ['as a name', (secret: string) => JSON.stringify({ keys: [{ [secret]: 'a' }] })],
    ['as an outermost name', (secret: string) => JSON.stringify({ [secret]: 'a' })],
    ['in broken YAML', (secret: string) => `keys:\n  - secret: "${secret}`],
    ['as an alias', (secret: string) => `keys: [*${secret.replace(/[^a-z]/gi, '')}]`],
    ['twice', (secret: string) => ringText({ id: 'a', secret }, { id: 'b', secret, readable: ['field'] })],
  ])('shows no secret that stands %s', (_, textWith) => {
    const secret = testSecret('hidden');
    const error = refusal(() => parseKeyRing(textWith(secret), 'keys.yaml'));
    const shown = `${inspect(error, { depth: null, showHidden: true })}${JSON.stringify(error)}${error.message}${String(error.stack)}`;
    for (const part of [secret, secret.replace(/[^a-z]/gi, ''), secret.slice(0, 12)]) expect(shown).not.toContain(part);
  });
});

describe('readKeyRing', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhujiu-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a file or a variable', () => {
    const file = path.join(folder, 'keys.yaml');
    writeFileSync(file, ringText({ id: 'filed' }));
    expect(readKeyRing({ kind: 'file', path: file }).currentOf('field').id).toBe('filed');
    expect(readKeyRing({ kind: 'environment', variable: 'KEYS', text: ringText({ id: 'named' }) }).currentOf('field').id).toBe('named');
  });

  it('names the file that cannot be read and the variable that cannot be used', () => {
    const missing = path.join(folder, 'missing.yaml');
    const error = refusal(() => readKeyRing({ kind: 'file', path: missing }));
    expect([error.params, error.errors]).toEqual([{ source: missing }, [{ code: 'crypto.ring_unreadable', pointer: '', params: { reason: 'ENOENT' } }]]);
    expect(refusal(() => readKeyRing({ kind: 'environment', variable: 'KEYS', text: '' })).params).toEqual({ source: 'KEYS' });
  });
});

describe.each(['aes', 'sm'])('a key of suite %s', (suite) => {
  const ring = parseKeyRing(ringText({ id: 'a', suite }), 'k');
  const key = ring.currentOf('field');

  it('gives each purpose and part bytes of its own, always the same', () => {
    const derived = [key.derive('field', 'x', 32), key.derive('index', 'x', 32), key.derive('chain', 'x', 32), key.derive('field', 'y', 32)];
    expect(new Set(derived.map((bytes) => bytes.toString('hex'))).size).toBe(4);
    expect(derived.map((bytes) => bytes.toString('base64'))).not.toContain(testSecret('a'));
    expect(key.derive('field', 'x', 32)).toEqual(derived[0]);
  });

  it('serves no other purpose', () => {
    const fieldOnly = parseKeyRing(ringText({ id: 'a', current: ['index', 'chain'] }, { id: 'b', suite, current: ['field'] }), 'k').currentOf('field');
    expect(() => fieldOnly.derive('index', 'x', 32)).toThrow('key b does not serve index');
  });

  it('shows itself without its secret', () => {
    const secret = Buffer.from(testSecret('a'), 'base64');
    const shown = `${inspect(ring, { depth: null, showHidden: true })}${JSON.stringify(ring)}${String(ring)}${inspect(key, { depth: null, showHidden: true })}`;
    for (const form of [secret.toString('base64'), secret.toString('hex'), secret.toString('base64url'), secret.toString('hex').replace(/../g, '$& ').slice(0, 24)]) expect(shown).not.toContain(form);
  });
});

describe('newKeySecret', () => {
  it('makes what a ring takes, each time another', () => {
    const secrets = Array.from({ length: 20 }, newKeySecret);
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(parseKeyRing(ringText({ id: 'a', secret }), 'k').currentOf('field').id).toBe('a');
  });
});
