import { readFileSync } from 'node:fs';
import { localDate } from '../../kernel/local-date.js';
import { COUNTRY, regionCode } from '../../kernel/region-code.js';
import { PolicyBook } from '../policy-book.js';
import { PARAMETER_KEYS } from '../reading/value-schemas.js';
import { readParameterFile } from '../reading/read-file.js';
import { unknownsOf, yearsWithoutSocialAverage } from './find-unknowns.query.js';
import { listParameters, parameterHistory, policyOn, requireParameter, requireRegion } from './read-policy.query.js';

const book = PolicyBook.load('config/policy');
const until = localDate('2025-12-31');

describe('what is not known', () => {
  it('is told as stretches with their reasons', () => {
    const unknowns = unknownsOf(book, regionCode('330521'), until, ['minimum_wage.tier']);
    expect(unknowns.map(({ from, until: last }) => [from, last])).toEqual([['2015-01-01', '2015-10-31'], ['2021-08-01', '2023-12-31']]);
    expect(unknowns[1]?.reason).toContain('三档');
  });

  it('includes days that no file covers, without a reason', () => {
    const [first] = unknownsOf(book, COUNTRY, until, ['levy.wage_cap.multiple']);
    expect(first).toMatchObject({ from: '2015-01-01', until: '2015-09-30', reason: null, value: null });
    expect(unknownsOf(book, COUNTRY, until, ['public_bodies.minimum_persons'])).toHaveLength(1);
  });

  it('ends on the day asked for', () => {
    const unknowns = unknownsOf(book, regionCode('370303'), localDate('2026-11-21'), ['minimum_wage.tier']);
    expect(unknowns.at(-1)).toMatchObject({ from: '2026-02-01', until: '2026-11-21' });
    expect(unknownsOf(book, regionCode('370303'), until, ['minimum_wage.tier']).at(-1)).toMatchObject({ until: '2021-09-30' });
  });

  it('includes the days after the last known one', () => {
    const text = readFileSync('config/policy/national/quota.ratio.yaml', 'utf8').replace('from: 2007-05-01', 'from: 2007-05-01\n    until: 2019-12-31');
    const { file } = readParameterFile('national/quota.ratio.yaml', COUNTRY, text);
    const ended = new PolicyBook(file ? [file] : [], book.regions, 'hash');
    expect(unknownsOf(ended, regionCode('370303'), until, ['quota.ratio'])).toEqual([{ parameter: 'quota.ratio', from: '2020-01-01', until: '2025-12-31', reason: null, value: null }]);
  });

  it('names the closed base years without a social average wage, not the running one', () => {
    expect(yearsWithoutSocialAverage(book, regionCode('310000'), localDate('2026-11-21'))).toEqual([2015, 2016, 2017, 2018, 2021]);
    expect(yearsWithoutSocialAverage(book, regionCode('310000'), localDate('2022-06-01'))).toEqual([2015, 2016, 2017, 2018, 2021]);
    expect(yearsWithoutSocialAverage(book, regionCode('310000'), localDate('2021-06-01'))).toEqual([2015, 2016, 2017, 2018]);
  });
});

describe('what a reader asks', () => {
  it('lists every parameter once with its counts, the country first among its regions', () => {
    const list = listParameters(book);
    expect(list).toHaveLength(PARAMETER_KEYS.length);
    const ratio = list.find(({ parameter }) => parameter === 'quota.ratio');
    expect(ratio?.regions[0]).toBe('100000');
    expect(ratio?.counts.confirmed).toBe(4);
    const total = list.reduce((sum, { counts }) => sum + counts.confirmed + counts.unconfirmed + counts.unknown, 0);
    expect(total).toBe(book.files.reduce((sum, file) => sum + file.values.length, 0));
  });

  it('reads everything for a place and a day', () => {
    const found = policyOn(book, regionCode('310115'), localDate('2025-09-01'));
    expect(found).toHaveLength(PARAMETER_KEYS.length);
    expect(found.find(({ parameter }) => parameter === 'quota.ratio')?.value).toMatchObject({ value: '0.015', region: '310000' });
    expect(policyOn(book, regionCode('310115'), localDate('2000-01-01')).every(({ value }) => value === null)).toBe(true);
  });

  it('tells a history latest first, with where each stretch comes from and who differs inside', () => {
    const history = parameterHistory(book, 'quota.ratio', regionCode('510000'));
    expect(history.stretches.map(({ from, until: last, value }) => [from, last, value.region])).toEqual([
      ['2020-01-01', null, '510000'], ['2015-01-01', '2019-12-31', '510000'], ['2007-05-01', '2014-12-31', '100000'],
    ]);
    expect(parameterHistory(book, 'minimum_wage.tier', regionCode('330500')).inside).toEqual(['330502', '330503', '330521', '330522', '330523']);
  });

  it('refuses names that are none', () => {
    expect(requireParameter('quota.ratio')).toBe('quota.ratio');
    expect(() => requireParameter('quota.rate')).toThrow(expect.objectContaining({ code: 'policy.parameter.unknown' }));
    expect(() => requireParameter('toString')).toThrow();
    expect(requireRegion(book, '370303')).toBe('370303');
    for (const text of ['999999', '37', '', '../310000']) expect(() => requireRegion(book, text)).toThrow(expect.objectContaining({ code: 'policy.region.unknown' }));
  });
});
