import fc from 'fast-check';
import { validateWithClassValidator } from '../../../../test/support/levy-class-validator.js';
import { parseLevyCase } from './fast-case-parser.js';
import { LevyCaseDto } from './levy-case.dto.js';

/** The sample of levy.md. */
const sample = () => ({
  id: 'c1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', registeredOn: '2010-05-01',
  headcount: { monthly: [200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201] },
  totalWages: '20000000.00',
  arranged: [{ certificate: 'disability', grade: 1, months: ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'] }],
  overrides: { socialAverageWage: '80000', ratio: '0.015', scales: { staff: 0 } }, alreadyPaid: '0.00',
});

type Json = { [key: string]: unknown };

/** A case that uses every key of the contract. */
const full = (): Json => ({
  ...sample(), filingDate: '2025-09-10', feePeriod: 'quarter', monthsInOperation: 7,
  seasonal: [{ count: 24, months: 4 }, { count: 0, months: 12 }],
  dispatch: [{ direction: 'in', ref: 'd', certificate: 'military', grade: 9, months: ['2024-01'] }],
  overrides: { socialAverageWage: '80000', ratio: '0.015', scales: { staff: null, arranged: 2, averageWage: 6 } },
});

const faults = (raw: unknown) => {
  const parsed = parseLevyCase(raw);
  return parsed.ok ? [] : parsed.error;
};

const without = (key: string): Json => {
  const { [key]: _, ...rest } = full();
  return rest;
};

describe('levy case parser', () => {
  it('gives a good case back as the same object', () => {
    const raw = sample();
    const parsed = parseLevyCase(raw);
    expect(parsed.ok && parsed.value).toBe(raw);
    expect(faults(full())).toEqual([]);
  });

  it.each(['sole_trader', 'cooperative', 'village_committee'])('lets the kind %s through to the rule that refuses it by name', (employerKind) => {
    expect(faults({ ...sample(), employerKind })).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['a required key missing', without('region'), '/region', 'levy.case.required'],
    ['a number for text', { ...full(), id: 7 }, '/id', 'levy.case.type'],
    ['empty text', { ...full(), id: '' }, '/id', 'levy.case.empty'],
    ['long text', { ...full(), id: 'x'.repeat(201) }, '/id', 'levy.case.too_long'],
    ['null for an optional key', { ...full(), alreadyPaid: null }, '/alreadyPaid', 'levy.case.type'],
    ['a JSON number for a decimal', { ...full(), totalWages: 20_000_000 }, '/totalWages', 'levy.case.type'],
    ['a negative sum', { ...full(), totalWages: '-1' }, '/totalWages', 'levy.case.negative'],
    ['a sum above the limit', { ...full(), totalWages: '10000000000000.01' }, '/totalWages', 'levy.case.too_large'],
    ['a sum far above the limit', { ...full(), totalWages: '9'.repeat(30) }, '/totalWages', 'levy.case.too_large'],
    ['a sum without end', { ...full(), totalWages: '0'.repeat(65) }, '/totalWages', 'levy.case.too_long'],
    ['NaN', { ...full(), totalWages: 'NaN' }, '/totalWages', 'levy.case.not_a_number'],
    ['infinity', { ...full(), totalWages: '-Infinity' }, '/totalWages', 'levy.case.not_a_number'],
    ['an exponent', { ...full(), totalWages: '2e7' }, '/totalWages', 'levy.case.exponent'],
    ['grouping commas', { ...full(), totalWages: '20,000,000' }, '/totalWages', 'levy.case.malformed_number'],
    ['a point without digits', { ...full(), totalWages: '20.' }, '/totalWages', 'levy.case.malformed_number'],
    ['an empty number', { ...full(), totalWages: '' }, '/totalWages', 'levy.case.malformed_number'],
    ['seven decimals', { ...full(), totalWages: '1.0000000' }, '/totalWages', 'levy.case.too_many_decimals'],
    ['eleven months', { ...full(), headcount: { monthly: Array(11).fill(5) } }, '/headcount/monthly', 'levy.case.month_count'],
    ['thirteen months', { ...full(), headcount: { monthly: Array(13).fill(5) } }, '/headcount/monthly', 'levy.case.month_count'],
    ['a negative head-count', { ...full(), headcount: { monthly: [5, 5, 5, -1, 5, 5, 5, 5, 5, 5, 5, 5] } }, '/headcount/monthly/3', 'levy.case.negative'],
    ['half a person', { ...full(), headcount: { monthly: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5.5] } }, '/headcount/monthly/11', 'levy.case.not_integer'],
    ['a head-count as text', { ...full(), headcount: { monthly: ['5', 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5] } }, '/headcount/monthly/0', 'levy.case.type'],
    ['a head-count above the limit', { ...full(), headcount: { average: '10000000.000001' } }, '/headcount/average', 'levy.case.too_large'],
    ['two kinds of head-count', { ...full(), headcount: { monthly: Array(12).fill(5), average: '5' } }, '/headcount/monthly', 'levy.case.one_of_several'],
    ['no head-count', { ...full(), headcount: {} }, '/headcount/monthly', 'levy.case.one_of_missing'],
    ['a list for an object', { ...full(), headcount: [] }, '/headcount', 'levy.case.type'],
    ['neither wages', without('totalWages'), '/totalWages', 'levy.case.one_of_missing'],
    ['both numbers arranged', { ...full(), arrangedCount: '1' }, '/arranged', 'levy.case.one_of_several'],
    ['an unknown key', { ...full(), 'total/wages~': 1 }, '/total~1wages~0', 'levy.case.unknown_key'],
    ['an unknown key inside', { ...full(), overrides: { scales: { wage: 2 } } }, '/overrides/scales/wage', 'levy.case.unknown_key'],
    ['a key of every object', JSON.parse(JSON.stringify(full()).replace('{', '{"__proto__":{},')), '/__proto__', 'levy.case.unknown_key'],
    ['an unknown kind of employer', { ...full(), employerKind: 'Enterprise' }, '/employerKind', 'levy.case.employer_kind'],
    ['an unknown period', { ...full(), feePeriod: 'month' }, '/feePeriod', 'levy.case.fee_period'],
    ['a day that does not exist', { ...full(), filingDate: '2025-02-29' }, '/filingDate', 'levy.case.date_malformed'],
    ['a slashed date', { ...full(), filingDate: '2025/09/10' }, '/filingDate', 'levy.case.date_malformed'],
    ['a short region', { ...full(), region: '3703' }, '/region', 'levy.case.region_malformed'],
    ['a year as text', { ...full(), baseYear: '2024' }, '/baseYear', 'levy.case.type'],
    ['months in operation of nought', { ...full(), monthsInOperation: 0 }, '/monthsInOperation', 'levy.case.too_small'],
    ['an unknown certificate', { ...full(), arranged: [{ certificate: 'residence', grade: 1, months: [] }] }, '/arranged/0/certificate', 'levy.case.certificate'],
    ['grade 11', { ...full(), arranged: [{ certificate: 'military', grade: 11, months: [] }] }, '/arranged/0/grade', 'levy.case.grade'],
    ['month 13', { ...full(), arranged: [{ certificate: 'disability', grade: 1, months: ['2024-13'] }] }, '/arranged/0/months/0', 'levy.case.month_malformed'],
    ['a person who is not an object', { ...full(), arranged: [null] }, '/arranged/0', 'levy.case.type'],
    ['a dispatch without direction', { ...full(), dispatch: [{ certificate: 'disability', grade: 1, months: [] }] }, '/dispatch/0/direction', 'levy.case.required'],
    ['a direction of its own', { ...full(), dispatch: [{ direction: 'both', certificate: 'disability', grade: 1, months: [] }] }, '/dispatch/0/direction', 'levy.case.direction'],
    ['too many digits', { ...full(), overrides: { scales: { staff: 7 } } }, '/overrides/scales/staff', 'levy.case.too_large'],
    ['a ratio beyond any share', { ...full(), overrides: { ratio: '101' } }, '/overrides/ratio', 'levy.case.too_large'],
    ['a list for a case', [full()], '', 'levy.case.type'],
    ['no case', null, '', 'levy.case.type'],
  ])('names %s', (_, raw, pointer, code) => {
    expect(faults(raw).map((fault) => [fault.pointer, fault.code])).toEqual([[pointer, code]]);
    expect(faults(raw)).toEqual(validateWithClassValidator(LevyCaseDto, raw));
  });

  it('takes the largest values and any number of leading noughts', () => {
    expect(faults({ ...full(), totalWages: '10000000000000.000000', headcount: { average: '010000000' } })).toEqual([]);
  });

  it('stops naming after a hundred faults and says so', () => {
    const raw = { ...full(), arranged: Array(5000).fill(1) };
    const found = faults(raw);
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toEqual({ pointer: '', code: 'levy.case.more_errors', params: { shown: 100 } });
    expect(found).toEqual(validateWithClassValidator(LevyCaseDto, raw));
  });

  describe('says of any input exactly what class-validator says', () => {
    const agrees = (raw: unknown): void => {
      expect(faults(raw)).toEqual(validateWithClassValidator(LevyCaseDto, raw));
    };
    const strange = fc.constantFrom<unknown>(
      null, true, 0, -1, 0.5, 1e300, NaN, '', '0', '-0', '007', '1e3', 'NaN', '+1', '.5', '1.', '1.1234567', '10000000000000', '10000000000000.000001', '2024-02-30', '2024-00', '2023-12', '0000-01',
      [], [[]], {}, { monthly: null }, [null], Array(12).fill(1), Array(12).fill('1'), 'enterprise', 'sole_trader', 'disability', 'in',
    );
    const names = fc.constantFrom(...Object.keys(full()), 'arrangedCount', 'averageWage', 'monthly', 'average', 'count', 'months', 'grade', 'ref', 'certificate', 'direction', 'staff', 'scales', 'ratio',
      '', '/', '~', '#whole', '__proto__', 'constructor', 'hasOwnProperty', 'toString', '0');
    const value: fc.Arbitrary<unknown> = fc.oneof(strange, fc.jsonValue({ maxDepth: 2 }));

    it('for junk', () => {
      fc.assert(fc.property(fc.anything({ withBigInt: true, withSparseArray: true, withNullPrototype: true }), agrees), { numRuns: 500 });
    });

    it('for objects with the contract\'s names and other values', () => {
      fc.assert(fc.property(fc.dictionary(names, value, { maxKeys: 24 }), agrees), { numRuns: 1000 });
    });

    it('for good cases spoilt in up to four places', () => {
      /** Follows `path` as far as it leads, then sets, removes or adds. */
      const spoil = (raw: Json, path: readonly number[], key: string, put: unknown): void => {
        let at: Json = raw;
        for (const step of path) {
          const inner = Object.values(at).filter((one): one is Json => typeof one === 'object' && one !== null);
          const next = inner[step % Math.max(1, inner.length)];
          if (!next) break;
          at = next;
        }
        const keys = Object.keys(at);
        const name = key === 'own' ? keys[path.length % Math.max(1, keys.length)] ?? 'id' : Array.isArray(at) ? String(at.length) : key;
        if (put === undefined) delete at[name];
        else Object.defineProperty(at, name, { value: put, enumerable: true, configurable: true, writable: true });
      };
      const change = fc.record({ path: fc.array(fc.nat(20), { maxLength: 4 }), key: fc.oneof(fc.constant('own'), names), put: fc.oneof(value, fc.constant(undefined)) });
      fc.assert(fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const raw = structuredClone(full());
        for (const { path, key, put } of changes) spoil(raw, path, key, put);
        agrees(raw);
      }), { numRuns: 2000 });
    });
  });
});
