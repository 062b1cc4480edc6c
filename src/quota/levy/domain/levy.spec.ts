import { aCase, computed, EXAMPLE_CASE, refused, simulatorOn } from '../../../../test/support/levy.js';
import { lineSentence, notAppliedSentence, warningSentence } from '../texts.js';
import type { LevyCase } from './case.js';

const simulator = simulatorOn('2026-11-21');
const codes = (levyCase: LevyCase): string[] => refused(simulator, levyCase).error.errors.map((error) => `${error.pointer} ${error.code}`);

describe('the example of the contract', () => {
  const result = computed(simulator, EXAMPLE_CASE);

  it('gives every sum of the specification to the fen', () => {
    const { statement: _, notApplied: __, policyHash, ...sums } = result;
    expect(sums).toEqual({
      id: 'c1', ok: true, staff: '201', required: '3.015', arranged: '0.83', gap: '2.185', averageWage: '99502.49', wageCap: '160000.00', leviedWage: '99502.49',
      due: '217412.94', relief: { kind: 'tier', rate: '0.1', amount: '21741.29' }, alreadyPaid: '0.00', payable: '195671.65', refundDue: '0.00', warnings: [],
    });
    expect(policyHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('explains every person-month and every rule, in both languages', () => {
    const lines = result.statement ?? [];
    expect(lines.filter((line) => line.code === 'levy.line.person_month_counted')).toHaveLength(5);
    expect(lines.map((line) => lineSentence(line, 'zh', 'author'))).toContain('应安排人数 = 在职职工 201 人 × 比例 1.5% = 3.015 人。');
    expect(lines.map((line) => lineSentence(line, 'zh', 'author')).at(-1)).toBe('本结果为试算，以税务机关核定为准。');
    expect(lines.map((line) => lineSentence(line, 'en', 'author')).at(-1)).toBe('This is a trial sum; the assessment of the tax authority stands.');
    for (const line of lines) expect(lineSentence(line, 'en', 'author')).not.toMatch(/[{}]|undefined|null/);
    expect((result.notApplied ?? []).map((rule) => rule.code)).toEqual(['levy.not_applied.exemption_staff', 'levy.not_applied.cap_not_reached']);
    for (const rule of result.notApplied ?? []) expect(notAppliedSentence(rule, 'zh', 'author')).not.toMatch(/[{}]|undefined/);
  });

  it('says the same figures to both sides, and never "you" or "this unit"', () => {
    const given = computed(simulator, aCase({ headcount: { average: '201' }, averageWage: '72000', arrangedCount: '1', alreadyPaid: '500000' }));
    for (const variant of ['zh', 'en'] as const) {
      for (const line of [...(given.statement ?? []), ...(result.statement ?? [])]) {
        const [own, both] = [lineSentence(line, variant, 'author'), lineSentence(line, variant, 'both_sides')];
        expect(both).not.toMatch(/您|本单位|\byou\b|\byour\b/i);
        expect(both.match(/\d[\d.]*/g)).toEqual(own.match(/\d[\d.]*/g));
      }
    }
    expect((given.statement ?? []).map((line) => lineSentence(line, 'zh', 'both_sides'))).toEqual(expect.arrayContaining(['实际安排残疾人就业人数（用人单位申报）：1 人。']));
    const notApplied = { code: 'levy.not_applied.exemption_kind', params: {}, rule: null };
    expect([notAppliedSentence(notApplied, 'zh', 'author'), notAppliedSentence(notApplied, 'zh', 'both_sides')]).toEqual(['小型企业免缴：只适用于企业，本单位不是企业。', '小型企业免缴：只适用于企业，用人单位不是企业。']);
  });

  it('names the overrides as unconfirmed rules without a source', () => {
    const ratio = result.statement?.find((line) => line.code === 'levy.line.required')?.rule;
    expect(ratio).toEqual({ parameter: 'quota.ratio', from: null, reference: null, confirmed: false });
  });
});

describe('boundary cases (levy.md, law.md §6)', () => {
  it.each<[string, Partial<LevyCase>, string]>([
    ['31 staff, nobody', { headcount: { average: '31' }, averageWage: '100000' }, '41850.00'],
    ['30.5 staff, decimals kept', { headcount: { average: '30.5' }, averageWage: '100000' }, '41175.00'],
    ['30.5 staff, whole staff', { headcount: { average: '30.5' }, averageWage: '100000', overrides: { ratio: '0.015', scales: { staff: 0 } } }, '41850.00'],
    ['30 staff: exempt', { headcount: { average: '30' }, averageWage: '100000' }, '0.00'],
    ['wage above the cap', { averageWage: '500000' }, '402861.60'],
    ['one severe person for six months', { arranged: [{ certificate: 'disability', grade: 2, months: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'] }] }, '20000.00'],
    ['one ordinary person for seven months', { arranged: [{ certificate: 'disability', grade: 3, months: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06', '2024-07'] }] }, '66240.00'],
    ['exactly 1 % pays half', { headcount: { average: '150' }, arrangedCount: '1.5' }, '30000.00'],
    ['ratio 0.016', { headcount: { average: '200' }, arrangedCount: '3', overrides: { ratio: '0.016' } }, '8000.00'],
    ['ratio 0.016, nobody', { headcount: { average: '200' }, arrangedCount: '0', overrides: { ratio: '0.016' } }, '230400.00'],
    ['the ratio reached exactly', { headcount: { average: '200' }, arrangedCount: '3' }, '0.00'],
    ['threefold cap of 2017', { baseYear: 2016, filingDate: '2017-09-01', averageWage: '500000', overrides: { ratio: '0.015', socialAverageWage: '120000' } }, '540000.00'],
    ['double cap of 2018, no tier', { baseYear: 2017, filingDate: '2018-09-01', averageWage: '500000', overrides: { ratio: '0.015', socialAverageWage: '120000' } }, '360000.00'],
    ['no cap before 2017-04-01', { baseYear: 2015, filingDate: '2016-09-01', averageWage: '500000', overrides: { ratio: '0.015', socialAverageWage: '120000' } }, '750000.00'],
    ['no tier after 2027', { baseYear: 2026, filingYear: 2028, averageWage: '80000' }, '120000.00'],
  ])('%s', (_, over, payable) => expect(computed(simulator, aCase(over)).payable).toBe(payable));

  it('refunds what was paid too much', () => {
    const result = computed(simulator, aCase({ headcount: { average: '31' }, averageWage: '100000', alreadyPaid: '50000.00' }));
    expect([result.payable, result.refundDue]).toEqual(['0.00', '8150.00']);
  });

  it('has no relief where nothing is due, even for the exempt', () => {
    expect(computed(simulator, aCase({ headcount: { average: '20' }, arrangedCount: '1' })).relief).toEqual({ kind: 'none', rate: '0', amount: '0.00' });
    expect(computed(simulator, aCase({ headcount: { average: '20' } })).relief).toEqual({ kind: 'exempt', rate: '1', amount: '24000.00' });
  });

  it('exempts only enterprises', () => {
    expect(computed(simulator, aCase({ employerKind: 'institution', headcount: { average: '30' } })).relief.kind).toBe('tier');
  });
});

describe('the small enterprise before 2020', () => {
  const small = (over: Partial<LevyCase>): LevyCase => aCase({ baseYear: 2017, filingDate: '2018-09-01', headcount: { average: '25' }, ...over });

  it('is exempt until the third anniversary of its registration', () => {
    expect(computed(simulator, small({ registeredOn: '2015-09-02' })).relief.kind).toBe('exempt');
    expect(computed(simulator, small({ registeredOn: '2015-09-01' })).relief.kind).toBe('none');
  });

  it('is not exempt without a date of registration, and is told so', () => {
    const result = computed(simulator, small({}));
    expect(result.relief.kind).toBe('none');
    expect(result.warnings.map((warning) => warning.code)).toEqual(['levy.warning.registration_unknown']);
    for (const warning of result.warnings) expect(warningSentence(warning, 'zh', 'author')).toContain('3 年');
  });
});

describe('who counts', () => {
  const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12'];
  const arrangedBy = (certificate: 'disability' | 'military' | 'police', grade: number, region = '370303'): string =>
    computed(simulator, aCase({ region, arranged: [{ certificate, grade, months }] })).arranged;

  it.each([['disability', 1, '2'], ['disability', 2, '2'], ['disability', 3, '1'], ['disability', 4, '1'], ['military', 3, '2'], ['military', 4, '1'], ['military', 8, '1'], ['military', 9, '0'], ['military', 10, '0'], ['police', 1, '0']] as const)(
    '%s grade %i counts %s', (certificate, grade, weight) => expect(arrangedBy(certificate, grade)).toBe(weight),
  );

  it('keeps refused people in the statement with a line of their own', () => {
    const result = computed(simulator, aCase({ arranged: [{ certificate: 'military', grade: 9, months: ['2024-03'] }] }));
    const line = result.statement?.find((found) => found.code === 'levy.line.person_month_refused');
    expect(line).toMatchObject({ value: '0', params: { month: '2024-03', certificate: 'military', grade: 9 } });
  });

  it('adds dispatched workers once, in staff and in the count', () => {
    const result = computed(simulator, aCase({ headcount: { average: '99' }, dispatch: [{ direction: 'in', certificate: 'disability', grade: 2, months }] }));
    expect([result.staff, result.arranged]).toEqual(['100', '2']);
  });

  it('takes dispatched workers who count elsewhere out of the staff', () => {
    const result = computed(simulator, aCase({ headcount: { average: '101' }, dispatch: [{ direction: 'out', certificate: 'disability', grade: 2, months }] }));
    expect([result.staff, result.arranged]).toEqual(['100', '0']);
  });

  it('moves only disabled workers between units', () => {
    const result = computed(simulator, aCase({ headcount: { average: '99' }, dispatch: [{ direction: 'in', certificate: 'military', grade: 10, months }] }));
    expect([result.staff, result.arranged]).toEqual(['99', '0']);
  });

  it('converts seasonal workers to yearly ones', () => {
    expect(computed(simulator, aCase({ headcount: { average: '92' }, seasonal: [{ count: 24, months: 4 }] })).staff).toBe('100');
  });

  it('shows a staff that no finite decimal equals to six decimals and computes with the fraction', () => {
    const result = computed(simulator, aCase({ headcount: { monthly: [201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 200] }, averageWage: '80000' }));
    expect(result.staff).toBe('200.916667');
    // 2411/12 × 0.015 × 80000 × 0.9 = 216990
    expect(result.payable).toBe('216990.00');
  });
});

describe('warnings', () => {
  it('says that no cap was applied where the social average wage is not known', () => {
    const result = computed(simulator, aCase({ region: '530602', baseYear: 2015, filingDate: '2017-09-01', averageWage: '900000', overrides: { ratio: '0.015' } }));
    expect(result.wageCap).toBeNull();
    expect(result.warnings.map((warning) => warning.code)).toEqual(['levy.warning.social_average_wage_unknown']);
    expect(result.notApplied?.map((rule) => rule.code)).toContain('levy.not_applied.cap_unknown');
  });

  it('says that there are more people than staff', () => {
    const result = computed(simulator, aCase({ headcount: { average: '1' }, arranged: [{ certificate: 'disability', grade: 4, months: ['2024-01'] }, { certificate: 'disability', grade: 4, months: ['2024-01'] }] }));
    expect(result.warnings.map((warning) => warning.code)).toEqual(['levy.warning.more_people_than_staff']);
  });
});

describe('refusals', () => {
  it.each<[string, Partial<LevyCase>, string[]]>([
    ['a region that does not exist', { region: '999999' }, ['/region levy.case.region_unknown']],
    ['a base year before the data', { baseYear: 2014 }, ['/baseYear levy.case.base_year_too_early']],
    ['a base year after today', { baseYear: 2027 }, ['/baseYear levy.case.base_year_in_future']],
    ['a filing year too far away', { filingYear: 2036 }, ['/filingYear levy.case.filing_year']],
    ['a day that does not exist', { filingDate: '2025-02-30' }, ['/filingDate levy.case.date_malformed']],
    ['a registration after the base year', { registeredOn: '2025-01-01' }, ['/registeredOn levy.case.registered_after_base_year']],
    ['a ratio above one', { overrides: { ratio: '1.5' } }, ['/overrides/ratio levy.case.ratio_above_one']],
    ['no staff with wages in total', { headcount: { average: '0' }, totalWages: '1' }, ['/totalWages levy.case.staff_zero']],
    ['staff that rounds to nobody', { headcount: { average: '0.4' }, totalWages: '1', overrides: { scales: { staff: 0 } } }, ['/totalWages levy.case.staff_zero']],
    ['grade 5 of a disability certificate', { arranged: [{ certificate: 'disability', grade: 5, months: ['2024-01'] }] }, ['/arranged/0/grade levy.case.grade']],
    ['a month outside the base year', { arranged: [{ certificate: 'disability', grade: 3, months: ['2024-12', '2025-01'] }] }, ['/arranged/0/months/1 levy.case.month_outside_base_year']],
    ['a month twice', { arranged: [{ certificate: 'disability', grade: 3, months: ['2024-12', '2024-12'] }] }, ['/arranged/0/months/1 levy.case.month_repeated']],
    ['the same ref twice in a month', {
      arranged: [{ ref: 'A', certificate: 'disability', grade: 3, months: ['2024-01'] }, { ref: 'A', certificate: 'disability', grade: 3, months: ['2024-02', '2024-01'] }],
    }, ['/arranged/1/months/1 levy.case.duplicate_ref_month']],
    ['the same ref arranged and dispatched', {
      arranged: [{ ref: 'A', certificate: 'disability', grade: 3, months: ['2024-01'] }], dispatch: [{ direction: 'out', ref: 'A', certificate: 'disability', grade: 3, months: ['2024-01'] }],
    }, ['/dispatch/0/months/0 levy.case.duplicate_ref_month']],
  ])('%s', (_, over, expected) => expect(codes(aCase(over))).toEqual(expected));

  it('tells employers that owe no quota so', () => {
    const kinds = ['sole_trader', 'cooperative', 'village_committee'];
    for (const kind of kinds) expect(refused(simulator, aCase({ employerKind: kind as LevyCase['employerKind'] })).error.code).toBe('levy.employer_not_liable');
  });

  it('takes equal entries without a ref for different people', () => {
    const entry = { certificate: 'disability', grade: 3, months: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'] } as const;
    expect(computed(simulator, aCase({ arranged: [entry, entry] })).arranged).toBe('1');
  });
});
