import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '../kernel/local-date.js';
import { COUNTRY, regionChain, regionCode, type RegionCode } from '../kernel/region-code.js';
import type { ParameterFile } from './domain/parameter-file.js';
import { PolicyGap } from './domain/policy-gap.js';
import { PolicyBook } from './policy-book.js';
import { defaultRegionsFolder, RegionRegister } from './regions.js';

const regions = RegionRegister.load(defaultRegionsFolder());
const shipped = PolicyBook.load('config/policy', regions);

type Period = { readonly from: string; readonly until: string | null; readonly value: string | null };

function ratioFile(region: string, periods: readonly Period[]): ParameterFile<'quota.ratio'> {
  return {
    path: `${region}/quota.ratio.yaml`, parameter: 'quota.ratio', region: regionCode(region), description: { zh: '比例', en: 'Ratio' }, unit: 'ratio', type: 'decimal',
    lastChecked: localDate('2026-01-01'), reviewBy: localDate('2027-01-01'),
    values: periods.map(({ from, until, value }, index) => ({
      parameter: 'quota.ratio', region: regionCode(region), from: localDate(from), until: until === null ? null : localDate(until), value,
      enactedOn: null, reference: { title: 't', article: null, href: null }, confirmed: false, note: null, line: index + 1,
    })),
  };
}
const bookOf = (...files: readonly ParameterFile<'quota.ratio'>[]): PolicyBook => new PolicyBook(files as unknown as readonly ParameterFile[], regions, 'hash');

describe('a look-up', () => {
  const book = bookOf(
    ratioFile('100000', [{ from: '2007-05-01', until: null, value: '0.015' }]),
    ratioFile('510000', [{ from: '2020-01-01', until: '2029-12-31', value: '0.016' }]),
    ratioFile('510100', [{ from: '2022-01-01', until: '2022-12-31', value: null }, { from: '2023-01-01', until: '2023-12-31', value: '0.02' }]),
  );
  const ratio = (region: string, date: string) => {
    const found = book.at('quota.ratio', regionCode(region), localDate(date));
    return [found.value, found.region];
  };

  it.each([
    ['510104', '2019-12-31', '0.015', '100000'],
    ['510104', '2020-01-01', '0.016', '510000'],
    ['510104', '2022-06-30', null, '510100'],
    ['510104', '2023-12-31', '0.02', '510100'],
    ['510104', '2024-01-01', '0.016', '510000'],
    ['510104', '2030-01-01', '0.015', '100000'],
    ['510300', '2023-06-30', '0.016', '510000'],
    ['510104001', '2023-06-30', '0.02', '510100'],
    ['100000', '2023-06-30', '0.015', '100000'],
  ])('of %s on %s takes the nearest region that says something: %s of %s', (region, date, value, place) => {
    expect(ratio(region, date)).toEqual([value, place]);
  });

  it('before the first and after the last known date throws, with what was asked', () => {
    const ended = bookOf(ratioFile('100000', [{ from: '2015-10-01', until: '2017-03-31', value: '0.015' }]));
    for (const date of ['2015-09-30', '2017-04-01']) {
      const ask = (): unknown => ended.at('quota.ratio', COUNTRY, localDate(date));
      expect(ask).toThrow(PolicyGap);
      expect(ask).toThrow(expect.objectContaining({ code: 'policy.gap', params: { parameter: 'quota.ratio', region: '100000', date } }));
      expect(ended.find('quota.ratio', COUNTRY, localDate(date))).toBeNull();
    }
    expect(() => ended.at('staff.scale', COUNTRY, localDate('2016-01-01'))).toThrow(PolicyGap);
  });

  it('gives the whole value, not the stretch that a nearer region leaves of it', () => {
    expect(book.at('quota.ratio', regionCode('510104'), localDate('2024-01-01'))).toMatchObject({ from: '2020-01-01', until: '2029-12-31' });
  });

  it('gives the same object for the same value, so that a reader may compare by identity', () => {
    const [one, other] = ['2024-01-01', '2024-12-31'].map((date) => shipped.at('levy.relief.tiers', regionCode('370303'), localDate(date)));
    expect(one).toBe(other);
  });

  it('asks the successor of a withdrawn code', () => {
    const tier = (code: string) => shipped.at('minimum_wage.tier', regionCode(code), localDate('2016-01-01'));
    expect(tier('530630')).toBe(tier('530681'));
    expect(shipped.hasRegion(regionCode('530630'))).toBe(true);
  });

  it('answers a town or a village as its county, a withdrawn one too', () => {
    const ratio = (code: string) => shipped.at('quota.ratio', regionCode(code), localDate('2024-01-01'));
    for (const inside of ['370303001', '370303001205']) expect(ratio(inside)).toBe(ratio('370303'));
    const tier = (code: string) => shipped.at('minimum_wage.tier', regionCode(code), localDate('2016-01-01'));
    expect(tier('530630101')).toBe(tier('530681'));
  });

  it('reaches the province from municipal districts and from counties that a province governs itself', () => {
    expect(shipped.at('social_average_wage', regionCode('310115'), localDate('2024-01-01')).value).toBe('149208');
    expect(shipped.at('quota.ratio', regionCode('419001'), localDate('2024-01-01')).value).toBe('0.016');
    expect(shipped.at('quota.ratio', regionCode('500229'), localDate('2024-01-01')).region).toBe('500000');
  });
});

/** The same question answered by reading everything from the top, without timelines, order or cache. */
function naive(book: PolicyBook, parameter: string, region: RegionCode, date: LocalDate): unknown {
  for (const place of regionChain(regions.successorOf(region) ?? region)) {
    for (const file of book.files) {
      if (file.parameter !== parameter || file.region !== place) continue;
      for (const value of file.values) if (value.from <= date && (value.until === null || date <= value.until)) return value;
    }
  }
  return null;
}

const FIRST = localDate('2005-01-01');
const anyDay = fc.integer({ min: 0, max: 10_000 }).map((days) => addDays(FIRST, days));
const anyCode = fc.constantFrom(...[...regions.all()].map(({ code }) => code), regionCode('530630'), regionCode('999999'), regionCode('310115999'));

describe('any look-up equals a naive scan', () => {
  it('in the law as shipped', () => {
    fc.assert(fc.property(fc.constantFrom(...shipped.parameters()), anyCode, anyDay, (parameter, region, date) => {
      expect(shipped.find(parameter, region, date)).toBe(naive(shipped, parameter, region, date));
    }), { numRuns: 2_000 });
  });

  it('in made-up law', () => {
    // Cuts of time with a hole now and then; the reader refuses holes inside a file, so a period of no length stands for none at all.
    const periods = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 }).map((cuts) => {
      const days = cuts.sort((a, b) => a - b).map((cut) => addDays(FIRST, cut * 10));
      return days.slice(0, -1).map((from, index): Period => ({ from, until: addDays(days[index + 1] as LocalDate, -1), value: index % 3 === 1 ? null : `0.0${index + 1}` }));
    });
    const chain = ['100000', '510000', '510100', '510104', '510104001'] as const;
    fc.assert(fc.property(fc.tuple(...chain.map(() => fc.option(periods))), fc.constantFrom(...chain), fc.integer({ min: -5, max: 420 }), (laws, region, days) => {
      const files = laws.flatMap((law, index) => (law === null ? [] : [ratioFile(chain[index] as string, law)]));
      const book = bookOf(...files);
      const date = addDays(FIRST, days);
      expect(book.find('quota.ratio', regionCode(region), date)).toBe(naive(book, 'quota.ratio', regionCode(region), date));
    }), { numRuns: 500 });
  });
});

it('tells the history of a region: its own values only', () => {
  expect(shipped.history('quota.ratio', regionCode('510000')).map(({ from, value }) => [from, value])).toEqual([['2015-01-01', '0.015'], ['2020-01-01', '0.016']]);
  expect(shipped.history('quota.ratio', regionCode('510100'))).toEqual([]);
});
