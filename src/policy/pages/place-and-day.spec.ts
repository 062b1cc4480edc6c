import { localDate } from '../../kernel/local-date.js';
import { defaultRegionsFolder, RegionRegister } from '../regions.js';
import { addressOfPlace, readPlaceAndDay } from './place-and-day.js';

const regions = RegionRegister.load(defaultRegionsFolder());
const today = localDate('2026-11-21');
const read = (query: Record<string, unknown>) => readPlaceAndDay(query, regions, today);

describe('readPlaceAndDay', () => {
  test('nothing typed is the whole country today, and the boxes show the day', () => {
    expect(read({})).toEqual({ region: '100000', date: '2026-11-21', typed: { query: '', year: '2026', month: '11', day: '21' }, choices: [], former: null, faults: [] });
    expect(read({ q: ' ', year: '', month: '', day: '' })).toEqual(read({}));
  });

  test('a code, words that fit one place, and the full name as the page writes it', () => {
    expect(read({ region: '370303' })).toMatchObject({ region: '370303', typed: { query: '山东省 淄博市 张店区' }, faults: [] });
    expect(read({ q: '370303' }).region).toBe('370303');
    expect(read({ q: '３７０３０３' }).region).toBe('370303');
    expect(read({ q: '张店区' }).region).toBe('370303');
    expect(read({ q: '山东省 淄博市 张店区' }).region).toBe('370303');
    expect(read({ q: '山东省淄博市张店区' }).region).toBe('370303');
    // Other names hold the same words: 新绛县, and a district that bears its city's name.
    expect(read({ q: '山西省 运城市 绛县' })).toMatchObject({ region: '140826', choices: [] });
    expect(read({ q: '河北省 唐山市' })).toMatchObject({ region: '130200', choices: [] });
    expect(read({ q: '全国' }).region).toBe('100000');
  });

  test('words that fit several places are a choice, not a fault', () => {
    const found = read({ q: '朝阳' });
    expect(found.faults).toEqual([]);
    expect(found.choices.map(({ code }) => code)).toEqual(expect.arrayContaining(['110105', '211300', '220104']));
  });

  test('a chosen code wins over the words that led to it', () => {
    expect(read({ q: '朝阳', region: '110105' })).toMatchObject({ region: '110105', choices: [] });
  });

  test('an unknown place or code is a fault and shows what was typed', () => {
    expect(read({ q: '不存在的地方' })).toMatchObject({ typed: { query: '不存在的地方' }, faults: [{ field: 'query', code: 'error_region' }] });
    expect(read({ region: '999999' })).toMatchObject({ typed: { query: '999999' }, faults: [{ field: 'query', code: 'error_region' }] });
    expect(read({ region: ['370303', '310000'] })).toMatchObject({ region: '100000', faults: [] });
  });

  test.each([
    [{ date: '2025-09-01' }, '2025-09-01', []],
    [{ year: '2025', month: '9', day: '1' }, '2025-09-01', []],
    [{ year: '２０２５', month: '０9', day: '１' }, '2025-09-01', []],
    [{ year: '2025', month: '', day: '1' }, '2026-11-21', ['error_day_missing']],
    [{ date: '2025-02-29' }, '2026-11-21', ['error_day']],
    [{ date: '2025-9-x' }, '2026-11-21', ['error_day']],
    [{ year: '1999', month: '12', day: '31' }, '2026-11-21', ['error_day_range']],
    [{ date: 'yesterday' }, '2026-11-21', ['error_day_missing']],
  ])('%j', (query, date, codes) => {
    const found = read(query);
    expect(found.date).toBe(date);
    expect(found.faults.map(({ code }) => code)).toEqual(codes);
  });
});

test('the address of a place leaves out what is the standard', () => {
  const { region, date } = read({ region: '370303', date: '2025-09-01' });
  expect(addressOfPlace(region, date, today)).toBe('?region=370303&date=2025-09-01');
  expect(addressOfPlace(region, today, today)).toBe('?region=370303');
  expect(addressOfPlace(read({}).region, today, today)).toBe('');
});
