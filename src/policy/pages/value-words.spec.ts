import { PolicyBook } from '../policy-book.js';
import type { ParameterKey } from '../parameters.js';
import { PARAMETER_KEYS } from '../reading/value-schemas.js';
import { SUBJECTS } from './parameter-texts.js';
import { gradeRanges, percent, valueWords } from './value-words.js';

describe('valueWords', () => {
  test.each([
    ['quota.ratio', '0.016', ['1.6%'], ['1.6%']],
    ['levy.exemption.enterprise', { maxStaff: 30, withinYears: null }, ['在职职工不超过 30 人的企业免征'], ['Enterprises with at most 30 staff are exempt']],
    ['levy.exemption.enterprise', { maxStaff: 20, withinYears: 3 }, ['在职职工不超过 20 人、登记未满 3 年的企业免征'], ['Enterprises with at most 20 staff, registered less than 3 years ago, are exempt']],
    ['levy.wage_cap.multiple', 'none', ['没有上限'], ['No ceiling']],
    ['levy.wage_cap.multiple', '2', ['当地社会平均工资的 2 倍'], ['2 times the local social average wage']],
    ['levy.relief.tiers', [], ['没有分档减缴'], ['No tiered reduction']],
    ['levy.relief.tiers', [{ from: '0.01', pay: '0.5' }, { from: '0', pay: '0.9' }],
      ['安排比例达到 1%、但没有达到规定比例：按应缴额的 50% 缴', '安排比例不到 1%：按应缴额的 90% 缴'],
      ['Share employed from 1%, below the required ratio: 50% of the sum due is paid', 'Share employed below 1%: 90% of the sum due is paid']],
    ['levy.relief.tiers', [{ from: '0.01', pay: '0.5' }, { from: '0.005', pay: '0.8' }],
      ['安排比例达到 1%、但没有达到规定比例：按应缴额的 50% 缴', '安排比例达到 0.5%、不到 1%：按应缴额的 80% 缴'],
      ['Share employed from 1%, below the required ratio: 50% of the sum due is paid', 'Share employed from 0.5% to below 1%: 80% of the sum due is paid']],
    ['staff.scale', 'exact', ['不取整'], ['Not rounded']],
    ['staff.scale', 0, ['四舍五入到整数'], ['Rounded half up to a whole number']],
    ['arranged.scale', 2, ['四舍五入，保留 2 位小数'], ['Rounded half up to 2 decimals']],
    ['social_average_wage', '124056', ['每年 124,056 元'], ['124,056 yuan a year']],
    ['minimum_wage', { 一类: '2400', 二类: null }, ['一类：每月 2,400 元', '二类：不知道'], ['一类: 2,400 yuan a month', '二类: not known']],
    ['late_fee.daily', '0.005', ['每天加收欠缴额的 0.5%'], ['0.5% of the arrears for each day']],
    ['calendar.payment', { opens: '08-19', closes: null }, ['每年 8月19日 开始；截止日不知道'], ['Each year from 19 August; the last day is not known']],
    ['calendar.payment', { opens: null, closes: '10-31' }, ['开始日不知道；每年 10月31日 截止'], ['The first day is not known; each year until 31 October']],
    ['calendar.holidays', { off: [{ name: 'labour', from: '05-01', until: '05-05' }, { name: 'dragon_boat', from: '06-10', until: '06-10' }], work: ['04-28', '05-11'] },
      ['劳动节：5月1日至5月5日放假', '端午节：6月10日放假', '调休上班：4月28日、5月11日'], ['Labour Day: 1 May to 5 May off', 'Dragon Boat Festival: 10 June off', 'Worked instead: 28 April, 11 May']],
    ['public_bodies.minimum_persons', 1, ['至少 1 人'], ['At least 1 person']],
    ['public_bodies.deadline_year', 2027, ['2027 年底前'], ['By the end of 2027']],
  ] as const)('%s %j', (parameter, value, zh, en) => {
    expect(valueWords(parameter as ParameterKey, value as never, 'zh')).toEqual(zh);
    expect(valueWords(parameter as ParameterKey, value as never, 'en')).toEqual(en);
  });

  test('what is not known is said', () => {
    expect(valueWords('social_average_wage', null, 'zh')).toEqual(['不知道']);
    expect(valueWords('social_average_wage', null, 'easy')).toEqual(['不知道']);
  });

  test('every value that is shipped has words in every variant', () => {
    const book = PolicyBook.load('config/policy');
    const values = book.files.flatMap((file) => file.values);
    expect(values.length).toBeGreaterThan(400);
    for (const { parameter, value } of values) {
      for (const variant of ['zh', 'en', 'easy'] as const) {
        const words = valueWords(parameter, value as never, variant);
        expect(words.length).toBeGreaterThan(0);
        for (const line of words) expect(line).not.toMatch(/undefined|null|\{|\[object|^$/);
      }
    }
  });
});

test('every parameter stands in exactly one subject', () => {
  const listed = SUBJECTS.flatMap(({ parameters }) => [...parameters] as ParameterKey[]);
  expect([...listed].sort()).toEqual([...PARAMETER_KEYS].sort());
});

test('grades as ranges, shares as percent', () => {
  expect(gradeRanges([1, 2, 3, 4])).toBe('1–4');
  expect(gradeRanges([8, 1, 2, 5])).toBe('1–2, 5, 8');
  expect(gradeRanges([])).toBe('');
  expect(percent('0.015')).toBe('1.5%');
  expect(percent('1')).toBe('100%');
  expect(percent('0.000125')).toBe('0.0125%');
});
