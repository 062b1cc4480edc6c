import { regionCode } from '../../kernel/region-code.js';
import { tellFault } from './fault.js';
import { readParameterFile } from './read-file.js';

const region = regionCode('310000');

const HEAD = `parameter: quota.ratio
description: { zh: 比例, en: Ratio }
unit: ratio
type: decimal
last_checked: 2026-01-01
review_by: 2027-01-01
values:
`;
const GOOD = `${HEAD}  - from: 2020-01-01
    value: "0.015"
    reference: { title: 沪财发〔2020〕9号, article: 第八条, href: null }
    confirmed: false
`;
/** A further value, beginning on another day. */
const VALUE = (from: string, until = ''): string =>
  `  - { from: ${from}, ${until}value: "0.015", reference: { title: t, href: null }, confirmed: false }\n`;

const read = (text: string, parameter = 'quota.ratio') => readParameterFile(`310000/${parameter}.yaml`, region, text);

/** A file of another parameter with one value, as YAML. */
const fileOf = (parameter: string, unit: string, type: string, value: string): string =>
  GOOD.replace('quota.ratio', parameter).replace('unit: ratio', `unit: ${unit}`).replace('type: decimal', `type: ${type}`).replace('value: "0.015"', `value: ${value}`);

describe('a good file', () => {
  it('is read with its region, its lines and the days on which each value ends', () => {
    const { file, faults } = read(`${HEAD}${VALUE('2015-01-01')}${VALUE('2020-01-01', 'until: 2030-12-31, ')}`);
    expect(faults).toEqual([]);
    expect(file?.values.map(({ from, until, line, region: place }) => ({ from, until, line, place }))).toEqual([
      { from: '2015-01-01', until: '2019-12-31', line: 8, place: '310000' },
      { from: '2020-01-01', until: '2030-12-31', line: 9, place: '310000' },
    ]);
  });

  it('may leave out the article, the day of issue and the note', () => {
    expect(read(`${HEAD}${VALUE('2015-01-01')}`).file?.values[0]).toMatchObject({ enactedOn: null, note: null, reference: { title: 't', article: null, href: null } });
  });
});

/** Each mistake of the file format: what is planted, the code and the place that must come back. */
const PLANTED: readonly (readonly [name: string, text: string, code: string, place: string])[] = [
  ['an unquoted decimal', GOOD.replace('"0.015"', '0.015'), 'policy.value.unquoted_decimal', '9:12'],
  ['an unquoted whole number for a decimal', GOOD.replace('"0.015"', '1'), 'policy.value.unquoted_decimal', '9:12'],
  ['a per cent instead of a share', GOOD.replace('"0.015"', '"1.5"'), 'policy.value.out_of_bounds', '9:12'],
  ['an exponent', GOOD.replace('"0.015"', '"15e-3"'), 'policy.value.not_a_decimal', '9:12'],
  ['a flag for a number', GOOD.replace('"0.015"', 'true'), 'policy.value.not_a_decimal', '9:12'],
  ['an unknown key of the file', GOOD.replace('unit:', 'units:'), 'policy.file.unknown_key', '3:8'],
  ['an unknown key of a value', GOOD.replace('confirmed:', 'confirmd:'), 'policy.file.unknown_key', '11:15'],
  ['a key written twice', GOOD.replace('unit: ratio', 'unit: ratio\nunit: ratio'), 'policy.file.repeated_key', '4:1'],
  ['no review date', GOOD.replace('review_by: 2027-01-01\n', ''), 'policy.file.missing_key', '1:1'],
  ['a review date before the check', GOOD.replace('2027-01-01', '2025-01-01'), 'policy.file.review_before_check', '6:12'],
  ['no reference', GOOD.replace(/ {4}reference: .*\n/, ''), 'policy.file.missing_key', '8:5'],
  ['a reference without title', GOOD.replace('title: 沪财发〔2020〕9号, ', ''), 'policy.file.missing_key', '10:16'],
  ['a reference without address', GOOD.replace(', href: null', ''), 'policy.file.missing_key', '10:16'],
  ['an empty title', GOOD.replace('沪财发〔2020〕9号', '""'), 'policy.file.not_a_text', '10:25'],
  ['an address that is none', GOOD.replace('href: null', 'href: somewhere'), 'policy.reference.not_an_address', '10:58'],
  ['no English description', GOOD.replace(', en: Ratio', ''), 'policy.file.missing_key', '2:14'],
  ['a day that does not exist', GOOD.replace('2020-01-01', '2023-02-29'), 'policy.file.not_a_day', '8:11'],
  ['confirmed: yes', GOOD.replace('confirmed: false', 'confirmed: yes'), 'policy.file.not_a_flag', '11:16'],
  ['null without a reason', GOOD.replace('"0.015"', 'null'), 'policy.value.null_without_reason', '9:12'],
  ['a confirmed null', `${GOOD.replace('"0.015"', 'null').replace('confirmed: false', 'confirmed: true')}    note: 未见\n`, 'policy.value.null_confirmed', '11:16'],
  ['an end before the start', `${HEAD}${VALUE('2020-01-01', 'until: 2019-12-31, ')}`, 'policy.value.ends_before_start', '8:32'],
  ['a gap', `${HEAD}${VALUE('2015-01-01', 'until: 2016-12-31, ')}${VALUE('2017-01-02')}`, 'policy.value.gap', '8:5'],
  ['an overlap', `${HEAD}${VALUE('2015-01-01', 'until: 2017-01-01, ')}${VALUE('2017-01-01')}`, 'policy.value.overlap', '9:5'],
  ['the same day twice', `${HEAD}${VALUE('2015-01-01')}${VALUE('2015-01-01')}`, 'policy.value.out_of_order', '9:5'],
  ['values out of order', `${HEAD}${VALUE('2017-01-01')}${VALUE('2015-01-01')}`, 'policy.value.out_of_order', '9:5'],
  ['no values', `${HEAD.trimEnd()} []\n`, 'policy.file.no_values', '7:9'],
  ['values that are no list', `${HEAD.trimEnd()} none\n`, 'policy.file.not_a_list', '7:9'],
  ['a file that is no mapping', '- a\n', 'policy.file.not_a_mapping', '1:1'],
  ['an empty file', '', 'policy.file.not_a_mapping', '1:1'],
  ['broken YAML', GOOD.replace('"0.015"', '"0.015'), 'policy.file.not_yaml', '12:1'],
  ['an alias', GOOD.replace('"0.015"', '*other'), 'policy.file.alias', '9:12'],
  ['a parameter that is none', GOOD.replace('quota.ratio', 'quota.rate'), 'policy.file.unknown_parameter', '1:12'],
  ['a file under another name', fileOf('late_fee.ceiling', 'multiple', 'decimal', '"1"'), 'policy.file.wrong_name', '1:12'],
  ['a wrong unit', GOOD.replace('unit: ratio', 'unit: years'), 'policy.file.wrong_unit', '3:7'],
  ['a unit that is none', GOOD.replace('unit: ratio', 'unit: percent'), 'policy.value.not_a_choice', '3:7'],
  ['a wrong type', GOOD.replace('type: decimal', 'type: table'), 'policy.file.wrong_type', '4:7'],
];

describe('planted mistakes', () => {
  it.each(PLANTED)('%s', (_, text, code, place) => {
    const { file, faults } = read(text);
    expect(file).toBeNull();
    expect(faults.map((fault) => `${fault.code} ${fault.line}:${fault.column}`)).toContain(`${code} ${place}`);
    for (const fault of faults) {
      expect(tellFault(fault, 'zh')).toMatch(/^310000\/quota\.ratio\.yaml:\d+:\d+ .*\p{Script=Han}.*。$/u);
      expect(tellFault(fault, 'en')).toMatch(/^310000\/quota\.ratio\.yaml:\d+:\d+ \w.*\.$/);
    }
  });

  it('tells all mistakes of a file at once, and no gap where a value could not be read', () => {
    const { faults } = read(`${HEAD}${VALUE('2015-01-01')}${VALUE('2016-01-01').replace('"0.015"', '0.015')}${VALUE('2017-01-01').replace('false', 'no')}`);
    expect(faults.map(({ code }) => code)).toEqual(['policy.value.unquoted_decimal', 'policy.file.not_a_flag']);
  });
});

/** The schema of each parameter: what it takes, and what it refuses. */
const VALUES: readonly (readonly [parameter: string, unit: string, type: string, good: string, read: unknown, bad: readonly (readonly [string, string])[]])[] = [
  ['levy.exemption.enterprise', 'persons', 'table', '{ max_staff: 30, within_years: null }', { maxStaff: 30, withinYears: null },
    [['{ max_staff: 30 }', 'policy.file.missing_key'], ['{ max_staff: 0, within_years: 3 }', 'policy.value.out_of_bounds'], ['{ max_staff: "30", within_years: 3 }', 'policy.file.not_an_integer']]],
  ['levy.wage_cap.multiple', 'multiple', 'decimal', 'none', 'none', [['keiner', 'policy.value.not_a_decimal'], ['"20"', 'policy.value.out_of_bounds']]],
  ['levy.relief.tiers', 'ratio', 'brackets', '[{ from: "0.01", pay: "0.5" }, { from: "0", pay: "0.9" }]', [{ from: '0.01', pay: '0.5' }, { from: '0', pay: '0.9' }],
    [['[{ from: "0", pay: "0.9" }, { from: "0.01", pay: "0.5" }]', 'policy.value.tiers_not_descending'], ['[{ from: "0", pay: "90" }]', 'policy.value.out_of_bounds']]],
  ['levy.relief.basis', 'none', 'choice', 'base_year', 'base_year', [['fee_period', 'policy.value.not_a_choice']]],
  ['counting.certificates', 'none', 'table', '{ disability: { grades: [1, 2, 3, 4], double: [1] }, military: { grades: [1], double: [] }, police: { grades: [], double: [] } }',
    { disability: { grades: [1, 2, 3, 4], double: [1] }, military: { grades: [1], double: [] }, police: { grades: [], double: [] } },
    [
      ['{ disability: { grades: [1, 5], double: [1] }, military: { grades: [1], double: [] }, police: { grades: [], double: [] } }', 'policy.value.out_of_bounds'],
      ['{ disability: { grades: [1, 1], double: [1] }, military: { grades: [1], double: [] }, police: { grades: [], double: [] } }', 'policy.value.repeated'],
      ['{ disability: { grades: [3], double: [1] }, military: { grades: [1], double: [] }, police: { grades: [], double: [] } }', 'policy.value.double_without_grade'],
    ]],
  ['counting.conditions', 'none', 'list', '[contract, residence]', ['contract', 'residence'], [['[contract, contract]', 'policy.value.repeated'], ['[hukou]', 'policy.value.not_a_choice']]],
  ['counting.method', 'none', 'choice', 'monthly_over_twelve', 'monthly_over_twelve', [['yearly', 'policy.value.not_a_choice']]],
  ['counting.working_age', 'years', 'table',
    '[{ group: men, age_years: 60, delay: { born_from: "1965-01", every_months: 4, max_months: 36 } }, { group: women_management, age_years: 55, delay: null }, { group: women_worker, age_years: 50, delay: null }]',
    [
      { group: 'men', ageYears: 60, delay: { bornFrom: '1965-01', everyMonths: 4, maxMonths: 36 } },
      { group: 'women_management', ageYears: 55, delay: null },
      { group: 'women_worker', ageYears: 50, delay: null },
    ],
    [
      ['[{ group: men, age_years: 60, delay: null }]', 'policy.value.group_once'],
      ['[{ group: men, age_years: 60, delay: { born_from: "1965-13", every_months: 4, max_months: 36 } }]', 'policy.value.not_a_month'],
    ]],
  ['staff.new_employer_divisor', 'none', 'choice', 'months_in_operation', 'months_in_operation', [['thirteen', 'policy.value.not_a_choice']]],
  ['staff.scale', 'digits', 'scale', 'exact', 'exact', [['"0"', 'policy.file.not_an_integer'], ['7', 'policy.value.out_of_bounds']]],
  ['arranged.scale', 'digits', 'scale', '2', 2, [['2.5', 'policy.file.not_an_integer']]],
  ['average_wage.scale', 'digits', 'scale', '0', 0, [['two', 'policy.file.not_an_integer']]],
  ['social_average_wage', 'yuan_per_year', 'decimal', '"149208"', '149208', [['"12434"', 'policy.value.out_of_bounds'], ['149208', 'policy.value.unquoted_decimal']]],
  ['minimum_wage', 'yuan_per_month', 'table', '{ 一类: "2660", 二类: null }', { 一类: '2660', 二类: null },
    [['{ 一类: 2660 }', 'policy.value.unquoted_decimal'], ['{ 一等: "2660" }', 'policy.file.unknown_key'], ['{ 一类: "26600" }', 'policy.value.out_of_bounds'], ['{}', 'policy.file.not_a_mapping']]],
  ['minimum_wage.tier', 'none', 'text', '二类', '二类', [['第二类', 'policy.value.not_a_choice']]],
  ['late_fee.daily', 'ratio_per_day', 'decimal', '"0.005"', '0.005', [['"0.05"', 'policy.value.out_of_bounds']]],
  ['late_fee.ceiling', 'multiple', 'decimal', '"1"', '1', [['"2"', 'policy.value.out_of_bounds']]],
  ['hardship.relief_max', 'years', 'decimal', '"1"', '1', [['"12"', 'policy.value.out_of_bounds']]],
  ['hardship.deferral_max', 'months', 'integer', '6', 6, [['"6"', 'policy.file.not_an_integer']]],
  ['award.over_quota', 'none', 'table', '{ severe_weight: "1", whole_persons: true, minimum_persons: "1", monthly_minimum_wages: "5" }',
    { severeWeight: '1', wholePersons: true, minimumPersons: '1', monthlyMinimumWages: '5' },
    [['{ severe_weight: "3", whole_persons: true, minimum_persons: "1", monthly_minimum_wages: "5" }', 'policy.value.out_of_bounds']]],
  ['calendar.certification', 'month_day', 'window', '{ opens: "03-01", closes: null }', { opens: '03-01', closes: null },
    [['{ opens: null, closes: null }', 'policy.value.empty_window'], ['{ opens: "10-31", closes: "03-01" }', 'policy.value.window_reversed'], ['{ opens: "3-1", closes: null }', 'policy.value.not_a_month_day']]],
  ['calendar.payment', 'month_day', 'window', '{ opens: "08-01", closes: "11-30" }', { opens: '08-01', closes: '11-30' }, [['{ opens: "02-30", closes: null }', 'policy.value.not_a_month_day']]],
  ['calendar.holidays', 'month_day', 'table', '{ off: [{ name: new_year, from: "01-01", until: "01-03" }], work: ["01-04"] }', { off: [{ name: 'new_year', from: '01-01', until: '01-03' }], work: ['01-04'] },
    [['{ off: [{ name: new_year, from: "01-01", until: "01-03" }], work: ["01-03"] }', 'policy.value.repeated'], ['{ off: [{ name: new_year, from: "01-03", until: "01-01" }], work: [] }', 'policy.value.window_reversed'],
      ['{ off: [], work: ["2026-01-04"] }', 'policy.value.not_a_month_day'], ['{ off: [{ name: easter, from: "04-05", until: "04-05" }], work: [] }', 'policy.value.not_a_choice']]],
  ['review.mode', 'none', 'choice', 'native', 'native', [['elsewhere', 'policy.value.not_a_choice']]],
  ['review.notice_days', 'none', 'table', '{ days: 5, kind: working }', { days: 5, kind: 'working' }, [['{ days: 0, kind: working }', 'policy.value.out_of_bounds'], ['{ days: 5, kind: bank }', 'policy.value.not_a_choice']]],
  ['review.remedies', 'none', 'list', '[{ kind: court, within: 6, unit: months }]', [{ kind: 'court', within: 6, unit: 'months' }],
    [['[{ kind: court, within: 6, unit: months }, { kind: court, within: 15, unit: days }]', 'policy.value.repeated'], ['[{ kind: court, within: 6 }]', 'policy.file.missing_key']]],
  ['award.choice', 'none', 'choice', 'before_tax', 'before_tax', [['later', 'policy.value.not_a_choice']]],
  ['review.late', 'none', 'choice', 'accepted', 'accepted', [['refused', 'policy.value.not_a_choice']]],
  ['review.steps', 'none', 'integer', '1', 1, [['3', 'policy.value.out_of_bounds'], ['"1"', 'policy.file.not_an_integer']]],
  ['review.refusal_two_steps_above', 'yuan', 'decimal', '"10000"', '10000', [['10000', 'policy.value.unquoted_decimal']]],
  ['review.correction_days', 'days', 'integer', '15', 15, [['0', 'policy.value.out_of_bounds']]],
  ['review.objection_days', 'days', 'integer', '15', 15, [['200', 'policy.value.out_of_bounds']]],
  ['review.objection_answer_days', 'days', 'integer', '30', 30, [['0', 'policy.value.out_of_bounds']]],
  ['review.signals', 'none', 'table',
    '{ floor_wage_persons: 3, late_insurance_months: 2, late_insurance_persons: 2, shared_contact_employers: 3, far_persons: 3, far_beyond: province, short_spell_employers: 4, short_spell_persons: 1 }',
    { floorWagePersons: 3, lateInsuranceMonths: 2, lateInsurancePersons: 2, sharedContactEmployers: 3, farPersons: 3, farBeyond: 'province', shortSpellEmployers: 4, shortSpellPersons: 1 },
    [['{ floor_wage_persons: 3 }', 'policy.file.missing_key']]],
  ['public_bodies.organ_establishment', 'persons', 'integer', '50', 50, [['0', 'policy.value.out_of_bounds']]],
  ['public_bodies.institution_establishment', 'persons', 'integer', '67', 67, [['0', 'policy.value.out_of_bounds']]],
  ['public_bodies.minimum_persons', 'persons', 'integer', '1', 1, [['-1', 'policy.value.out_of_bounds']]],
  ['public_bodies.deadline_year', 'none', 'integer', '2027', 2027, [['27', 'policy.value.out_of_bounds']]],
  ['public_bodies.federation_officials', 'ratio', 'decimal', '"0.15"', '0.15', [['"15"', 'policy.value.out_of_bounds']]],
];

describe.each(VALUES)('%s', (parameter, unit, type, good, expected, bad) => {
  it('takes its own kind of value', () => {
    const { file, faults } = read(fileOf(parameter, unit, type, good), parameter);
    expect(faults).toEqual([]);
    expect(file?.values[0]?.value).toEqual(expected);
  });

  it.each(bad)('refuses %s: %s', (value, code) => {
    expect(read(fileOf(parameter, unit, type, value), parameter).faults.map((fault) => fault.code)).toContain(code);
  });
});

it('wants a value of a year to begin on 1 January', () => {
  const text = fileOf('social_average_wage', 'yuan_per_year', 'decimal', '"149208"').replace('2020-01-01', '2020-07-01');
  expect(read(text, 'social_average_wage').faults.map(({ code }) => code)).toEqual(['policy.value.not_new_year']);
});
