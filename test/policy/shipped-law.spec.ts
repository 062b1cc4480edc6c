import path from 'node:path';
import { daysBetween, localDate } from '../../src/kernel/local-date.js';
import { COUNTRY, regionCode } from '../../src/kernel/region-code.js';
import { PolicyBook, type ParameterKey } from '../../src/policy/index.js';
import { PARAMETER_KEYS } from '../../src/policy/reading/value-schemas.js';

const book = PolicyBook.load(path.resolve(import.meta.dirname, '../../config/policy'));
const value = (parameter: ParameterKey, region: string, date: string): unknown => book.at(parameter, regionCode(region), localDate(date)).value;

const TIERS = [{ from: '0.01', pay: '0.5' }, { from: '0', pay: '0.9' }];
const SMALL_2015 = { maxStaff: 20, withinYears: 3 };
const SMALL_2017 = { maxStaff: 30, withinYears: 3 };
const SMALL_2020 = { maxStaff: 30, withinYears: null };

describe('days off', () => {
  // Counted in the texts of the notices.
  it.each([[2024, 28, 8], [2025, 28, 5], [2026, 33, 6]] as const)('of %i are %i, and %i days of weekends are worked', (year, off, worked) => {
    const { value, reference, until } = book.at('calendar.holidays', COUNTRY, localDate(`${year}-06-01`));
    const dayOf = (monthDay: string) => localDate(`${year}-${monthDay}`);
    expect(value?.off.reduce((sum, span) => sum + daysBetween(dayOf(span.from), dayOf(span.until)) + 1, 0)).toBe(off);
    expect(value?.work).toHaveLength(worked);
    expect(value?.work.filter((day) => ![0, 6].includes(new Date(`${dayOf(day)}T00:00:00Z`).getUTCDay()))).toEqual([]);
    expect([reference.title.includes(`关于${year}年部分节假日安排的通知`), until]).toEqual([true, `${year}-12-31`]);
  });

  it('nobody has told yet are not known', () => expect(book.at('calendar.holidays', COUNTRY, localDate('2027-01-01')).value).toBeNull());
});

describe('the law of the country', () => {
  it.each<[ParameterKey, string, unknown]>([
    ['quota.ratio', '2007-05-01', '0.015'],
    ['levy.exemption.enterprise', '2015-10-01', SMALL_2015],
    ['levy.exemption.enterprise', '2017-03-31', SMALL_2015],
    ['levy.exemption.enterprise', '2017-04-01', SMALL_2017],
    ['levy.exemption.enterprise', '2019-12-31', SMALL_2017],
    ['levy.exemption.enterprise', '2020-01-01', SMALL_2020],
    ['levy.exemption.enterprise', '2027-12-31', SMALL_2020],
    ['levy.exemption.enterprise', '2028-01-01', SMALL_2017],
    ['levy.wage_cap.multiple', '2017-03-31', 'none'],
    ['levy.wage_cap.multiple', '2017-04-01', '3'],
    ['levy.wage_cap.multiple', '2018-03-31', '3'],
    ['levy.wage_cap.multiple', '2018-04-01', '2'],
    ['levy.relief.tiers', '2019-12-31', []],
    ['levy.relief.tiers', '2020-01-01', TIERS],
    ['levy.relief.tiers', '2022-12-31', TIERS],
    ['levy.relief.tiers', '2023-01-01', TIERS],
    ['levy.relief.tiers', '2027-12-31', TIERS],
    ['levy.relief.tiers', '2028-01-01', []],
    ['levy.relief.basis', '2024-09-01', 'filing_date'],
    ['staff.scale', '2024-12-31', 'exact'],
    ['arranged.scale', '2024-12-31', 2],
    ['average_wage.scale', '2024-12-31', 2],
    ['late_fee.daily', '2024-01-01', '0.005'],
    ['late_fee.ceiling', '2024-01-01', '1'],
    ['hardship.relief_max', '2024-01-01', '1'],
    ['hardship.deferral_max', '2024-01-01', 6],
    ['public_bodies.organ_establishment', '2024-01-01', 50],
    ['public_bodies.institution_establishment', '2024-01-01', 67],
    ['public_bodies.minimum_persons', '2024-01-01', 1],
    ['public_bodies.federation_officials', '2024-01-01', '0.15'],
    ['public_bodies.deadline_year', '2024-01-01', 2025],
    ['public_bodies.deadline_year', '2026-01-01', 2027],
  ])('%s on %s', (parameter, date, expected) => expect(value(parameter, '100000', date)).toEqual(expected));

  it('covers every parameter for every day of the base years', () => {
    for (const parameter of PARAMETER_KEYS) {
      const first = { levy: '2015-10-01', hardship: '2015-10-01', public_bodies: '2021-10-27' }[parameter.split('.')[0] as string] ?? '2015-01-01';
      for (const day of [parameter === 'levy.relief.basis' ? '2015-01-01' : first, '2024-12-31', '2035-12-31']) expect(book.find(parameter, COUNTRY, localDate(day))).not.toBeNull();
    }
  });

  it('is confirmed only where the text of the law was read', () => {
    const sure = book.files.flatMap((file) => file.values.filter((found) => found.confirmed).map((found) => `${file.path} ${found.from}`));
    expect(sure.sort()).toEqual([
      '330000/quota.ratio.yaml 2015-01-01', '370000/quota.ratio.yaml 2015-01-01', '500000/quota.ratio.yaml 2015-01-01',
      'national/calendar.holidays.yaml 2024-01-01', 'national/calendar.holidays.yaml 2025-01-01', 'national/calendar.holidays.yaml 2026-01-01', 'national/late_fee.ceiling.yaml 2012-01-01', 'national/late_fee.daily.yaml 2007-05-01', 'national/quota.ratio.yaml 2007-05-01',
      'national/review.remedies.yaml 2024-01-01',
    ]);
  });
});

describe('the ratio of the provinces', () => {
  it.each([
    ['310115', '2024-09-01', '0.015'], ['330502', '2024-09-01', '0.015'], ['370303', '2024-09-01', '0.015'], ['500111', '2024-09-01', '0.015'], ['530602', '2024-09-01', '0.015'],
    ['110105', '2024-09-01', '0.015'], ['440106', '2024-09-01', '0.015'], ['320102', '2024-09-01', '0.015'], ['510104', '2020-01-01', '0.016'], ['410105', '2020-01-01', '0.016'],
    ['510104', '2019-12-31', '0.015'], ['410105', '2019-12-31', '0.015'], ['110105', '2018-12-31', '0.017'], ['810000', '2024-09-01', null],
  ])('%s on %s: %s', (region, date, expected) => expect(value('quota.ratio', region, date)).toBe(expected));
});

describe('what is not known stays not known', () => {
  const wage = (region: string, date: string): unknown => {
    const tier = value('minimum_wage.tier', region, date) as string | null;
    const wages = value('minimum_wage', region, date) as Readonly<Record<string, string | null>> | null;
    return tier === null || wages === null ? null : wages[tier];
  };

  it.each([
    ['德清, 长兴 and 安吉 between two tables', '330521', '2021-08-01', null],
    ['德清', '330522', '2023-12-31', null],
    ['安吉', '330523', '2021-07-31', '1660'],
    ['德清 from 2024', '330521', '2024-01-01', '2260'],
    ['a county of 湖州 after the table of 2026', '330521', '2026-01-01', null],
    ['吴兴 had its own row of 2021', '330502', '2021-08-01', '2070'],
    ['淄博 after the sums of 2018, whose table was not found', '370303', '2018-06-01', null],
    ['淄博 with the table of 2021', '370303', '2021-10-01', '2100'],
    ['淄博 in the last known month', '370303', '2026-01-31', '2400'],
    ['淄博 after it', '370303', '2026-02-01', null],
    ['水富 as a county', '530630', '2018-04-01', '1180'],
    ['水富 from the sums of 2018', '530681', '2018-05-01', null],
    ['水富 to September 2022', '530630', '2022-09-30', null],
    ['水富 as a city', '530681', '2022-10-01', '1750'],
    ['昭阳 after the sums of 2018', '530602', '2018-05-01', null],
    ['大足', '500111', '2025-01-01', '2330'],
    ['浦东', '310115', '2024-06-01', '2690'],
    ['深圳 has its own sums', '440305', '2025-03-01', '2520'],
    ['a county of Guangdong without a tier', '440106', '2025-03-01', null],
    ['a province without data', '130102', '2024-01-01', null],
  ])('%s: %s on %s is %s', (_, region, date, expected) => expect(wage(region, date)).toBe(expected));

  it('knows no 三类 of Sichuan from 2025 and no lower tier of Jiangsu in 2026', () => {
    expect(value('minimum_wage', '510000', '2024-12-31')).toEqual({ 一类: '2100', 二类: '1970', 三类: '1870' });
    expect(value('minimum_wage', '510000', '2025-01-01')).toEqual({ 一类: '2330', 二类: '2200' });
    expect(value('minimum_wage', '320000', '2026-01-01')).toEqual({ 一类: '2660', 二类: null, 三类: null });
  });

  it.each([
    ['310000', '2019-01-01', '114960'], ['310000', '2021-01-01', null], ['310000', '2024-01-01', '149208'], ['310000', '2025-01-01', '150924'],
    ['110000', '2019-01-01', null], ['110000', '2023-01-01', '141132'], ['440000', '2020-01-01', null], ['440000', '2024-01-01', '110196'],
    ['500000', '2021-01-01', null], ['500000', '2024-01-01', null], ['530000', '2024-01-01', '87156'], ['530000', '2025-01-01', '88068'],
    ['330000', '2019-01-01', null], ['330000', '2020-01-01', '79133'], ['330000', '2025-01-01', null], ['370000', '2019-01-01', null], ['370000', '2025-01-01', '91452'],
    ['320000', '2023-01-01', null], ['320000', '2024-01-01', '99048'], ['440100', '2024-01-01', null], ['440300', '2024-01-01', null], ['420000', '2024-01-01', null],
  ])('the social average wage of %s for %s is %s', (region, date, expected) => expect(value('social_average_wage', region, date)).toBe(expected));

  it('says why for every unknown value', () => {
    const silent = book.files.flatMap((file) => file.values.filter((found) => found.value === null && (found.note ?? '').length < 6).map(() => file.path));
    expect(silent).toEqual([]);
  });
});

it('links official addresses only', () => {
  const official = /^https?:\/\/(?:[\w-]+\.)*(?:gov\.cn|bdpf\.org\.cn|tjdpf\.org\.cn|scdpf\.org\.cn)\//;
  const hosts = book.files.flatMap((file) => file.values.flatMap((found) => (found.reference.href === null || official.test(found.reference.href) ? [] : [`${file.path} ${found.reference.href}`])));
  expect(hosts).toEqual([]);
});
