import fc from 'fast-check';
import { inspect } from 'node:util';
import { ringText, testSecret, type TestKey } from '../../../test/support/keys.js';
import { BlindIndex, type IndexColumns } from './blind-index.js';
import type { IndexKind } from './index-kinds.js';
import { parseKeyRing } from './parse-key-ring.js';

const indexWith = (kind: IndexKind, ...keys: readonly TestKey[]): BlindIndex => new BlindIndex(parseKeyRing(ringText(...keys), 'k'), kind);
const specimen = '11010519491231002X';
const others: TestKey = { id: 'rest', current: ['field', 'chain'] };
const k1: TestKey = { id: 'k1', current: ['index'], slot: 'a' };
const k2: TestKey = { id: 'k2', suite: 'sm', current: ['index'], slot: 'b' };
const reading = (key: TestKey): TestKey => ({ ...key, current: [], readable: ['index'] });

describe.each(['aes', 'sm'])('BlindIndex with suite %s', (suite) => {
  const ids = indexWith('citizenId', { id: 'k1', suite });

  it('is the same for the same value, however it is typed', () => {
    expect(ids.indexOf('11010519491231002x')).toBe(ids.indexOf(specimen));
    expect(ids.indexOf(' １１０１０５ １９４９１２３１ ００２ｘ')).toBe(ids.indexOf(specimen));
  });

  it('is a whole digest under a named key and nothing of the value', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{17}[\dX]$/), (value) => {
      const index = ids.indexOf(value);
      return /^k1\.[\w-]{43}$/.test(index) && !index.includes(value.slice(0, 6));
    }));
  });

  it('differs between values, kinds and secrets', () => {
    const all = [
      ids.indexOf(specimen), ids.indexOf('110105194912310021'), indexWith('certificate', { id: 'k1', suite }).indexOf(specimen),
      indexWith('bankAccount', { id: 'k1', suite }).indexOf(specimen), indexWith('citizenId', { id: 'k1', suite, secret: testSecret('other') }).indexOf(specimen),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(['', '  ', "'", '\u3000'])('refuses the empty value %j', (value) => {
    for (const attempt of [() => ids.indexOf(value), () => ids.candidatesOf(value), () => ids.columnsOf(value)]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'crypto.index_value_empty', params: { kind: 'citizenId' } }));
    }
  });

  it('shows no key when it is printed', () => {
    ids.indexOf(specimen);
    const shown = inspect(ids, { depth: null, showHidden: true });
    expect(shown).not.toContain('Buffer');
    expect(shown).not.toContain(testSecret('k1'));
  });
});

describe('the kinds', () => {
  it.each([
    ['phone', '139 0000 0000', ['13900000000', '+86 139-0000-0000', '0086 13900000000', '8613900000000', '（+86）139 0000 0000', '＋８６１３９００００００００']],
    ['phone', '010-12345678', ['(010) 1234 5678', '+86 10 12345678', '+86 010 12345678']],
    ['phone', '400-000-0000', ['4000000000', '+86 400 000 0000']],
    ['phone', '+852 0000 0000', ['0085200000000', '+852-0000-0000']],
    ['bankAccount', '6200 0000 0000 0000', ['6200000000000000', '6200-0000-0000-0000']],
    ['certificate', '11010519491231002X44b1', ['11010519491231002x44B1', '１１０１０５１９４９１２３１００２Ｘ４４Ｂ１']],
  ] as const)('%s %s has one index in every spelling', (kind, value, spellings) => {
    const index = indexWith(kind, { id: 'k1' });
    for (const spelling of spellings) expect([spelling, index.indexOf(spelling)]).toEqual([spelling, index.indexOf(value)]);
  });

  it('keeps apart what is not the same number', () => {
    const phones = indexWith('phone', { id: 'k1' });
    const all = ['13900000000', '13900000001', '013900000000', '+852 13900000', '12345678', '010 12345678'].map((value) => phones.indexOf(value));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a rotation of the index key', () => {
  const before = indexWith('citizenId', others, k1);
  const prepared = indexWith('citizenId', others, k1, reading(k2));
  const switched = indexWith('citizenId', others, reading(k1), k2);
  const after = indexWith('citizenId', others, k2);

  it('writes under every key of the ring, each in its own column', () => {
    const a = before.indexOf(specimen);
    const b = after.indexOf(specimen);
    expect(before.columnsOf(specimen)).toEqual({ a, b: null });
    expect(prepared.columnsOf(specimen)).toEqual({ a, b });
    expect(switched.columnsOf(specimen)).toEqual({ a, b });
    expect(after.columnsOf(specimen)).toEqual({ a: null, b });
    expect([prepared.indexOf(specimen), switched.indexOf(specimen)]).toEqual([a, b]);
    expect([prepared.candidatesOf(specimen), switched.candidatesOf(specimen)]).toEqual([[a, b], [b, a]]);
    expect([before.columnPrefixes(), switched.columnPrefixes(), after.columnPrefixes()]).toEqual([{ a: 'k1.', b: null }, { a: 'k1.', b: 'k2.' }, { a: null, b: 'k2.' }]);
  });

  /** Two unique columns, as the database has them. */
  const clash = (one: IndexColumns, two: IndexColumns): boolean => (one.a !== null && one.a === two.a) || (one.b !== null && one.b === two.b);
  const finds = (reader: BlindIndex, row: IndexColumns): boolean => reader.candidatesOf(specimen).some((index) => index === row.a || index === row.b);

  it.each([['before', before, prepared], ['during', prepared, switched], ['after', switched, after]] as const)(
    'holds uniqueness and look-up between the rings %s the switch, both ways', (_, one, two) => {
      expect(clash(one.columnsOf(specimen), two.columnsOf(specimen))).toBe(true);
      expect(finds(one, two.columnsOf(specimen))).toBe(true);
      expect(finds(two, one.columnsOf(specimen))).toBe(true);
    });

  it('would not hold between the first ring and the last, which the constraint on the column therefore keeps apart', () => {
    expect(clash(before.columnsOf(specimen), after.columnsOf(specimen))).toBe(false);
  });
});
