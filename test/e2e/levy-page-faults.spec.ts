import { startTestApp, type TestApp } from '../support/app.js';
import { FormReader } from '../support/form-reader.js';

let service: TestApp;
beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());

const reader = (): FormReader => new FormReader(service, '');

describe('faults of a page', () => {
  // path, what is sent, fields at fault
  it.each<[string, Record<string, string>, string[]]>([
    ['/levy/region', {}, ['q']],
    ['/levy/region', { q: '没有这个地方' }, ['q']],
    ['/levy/region?q=%E6%9C%9D%E9%98%B3', {}, ['region']],
    ['/levy/year', {}, ['year']],
    ['/levy/year', { year: 'other', otherYear: '' }, ['otherYear']],
    ['/levy/year', { year: 'other', otherYear: '2014' }, ['otherYear']],
    ['/levy/year', { year: 'other', otherYear: '2999' }, ['otherYear']],
    ['/levy/year', { year: '2024', 'filing-year': '2025', 'filing-month': '2', 'filing-day': '30' }, ['filing-year']],
    ['/levy/year', { year: '2024', 'filing-year': '2025' }, ['filing-year']],
    ['/levy/year', { year: 'other', otherYear: '1999', 'filing-month': '13' }, ['otherYear', 'filing-year']],
    ['/levy/kind', {}, ['kind']],
    ['/levy/kind', { kind: 'club' }, ['kind']],
    ['/levy/registered', { 'registered-year': '2010' }, ['registered-year']],
    ['/levy/registered', { 'registered-year': '2099', 'registered-month': '1', 'registered-day': '1' }, ['registered-year']],
    ['/levy/staff', {}, ['how']],
    ['/levy/staff', { how: 'same', same: '' }, ['same']],
    ['/levy/staff', { how: 'same', same: '-1' }, ['same']],
    ['/levy/staff', { how: 'same', same: '99999999' }, ['same']],
    ['/levy/staff', { how: 'monthly', m1: '1', m2: 'x', m3: '2.5', m4: '1', m5: '1', m6: '1', m7: '1', m8: '1', m9: '1', m10: '1', m11: '1', m12: '' }, ['m2', 'm3', 'm12']],
    ['/levy/staff', { how: 'average', average: '1e3' }, ['average']],
    ['/levy/staff', { how: 'average', average: '1.1234567' }, ['average']],
    ['/levy/seasonal', {}, ['seasonal']],
    ['/levy/seasonal', { seasonal: 'yes', count: '', months: '13' }, ['count', 'months']],
    ['/levy/wages', {}, ['how']],
    ['/levy/wages', { how: 'total', totalWages: '' }, ['totalWages']],
    ['/levy/wages', { how: 'average', averageWage: '1,5' }, ['averageWage']],
    ['/levy/wages', { how: 'total', totalWages: '100000000000000' }, ['totalWages']],
    ['/levy/disabled', {}, ['disabled']],
    ['/levy/disabled', { disabled: 'number', arrangedCount: '很多' }, ['arrangedCount']],
    ['/levy/people/new', {}, ['certificate', 'grade', 'from', 'to']],
    ['/levy/people/new', { certificate: 'disability', grade: '5', from: '0', to: '13' }, ['grade', 'from', 'to']],
    ['/levy/people/new', { certificate: 'military', grade: '10', from: '6', to: '5' }, ['to']],
    ['/levy/paid', { alreadyPaid: 'x', ratio: '1.5', socialAverageWage: '0' }, ['alreadyPaid', 'ratio', 'socialAverageWage']],
    ['/levy/quick', {}, ['q', 'year', 'kind', 'average', 'how', 'arrangedCount']],
    ['/levy/quick', { q: '朝阳', year: '2024', kind: 'organ', average: '10', how: 'average', averageWage: '1', arrangedCount: '0' }, ['region']],
  ])('%s with %j: in the summary, at the field, in the title, and what was typed stays', async (path, sent, fields) => {
    const visitor = await reader().open(path);
    await visitor.send(sent);
    expect(visitor.status).toBe(422);
    expect(visitor.title).toMatch(/^错误：/);
    expect(visitor.faults.map(({ field }) => field)).toEqual(fields);
    for (const { said, atField } of visitor.faults) {
      expect(atField).toBe(said);
      expect(said).not.toMatch(/undefined|\{|levy\./);
    }
    for (const [name, value] of Object.entries(sent)) expect(visitor.chosen(name) ?? visitor.valueOf(name)).toBe(value === 'club' ? visitor.valueOf(name) : value);
  });

  it('prints what was typed as text, never as markup', async () => {
    const visitor = await reader().open('/levy/wages');
    await visitor.send({ how: 'total', totalWages: '"><script>alert(1)</script>' });
    expect(visitor.valueOf('totalWages')).toBe('"><script>alert(1)</script>');
    expect(visitor.html).not.toContain('<script>alert');
  });
});
