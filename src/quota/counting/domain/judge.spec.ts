import { SmallPolicy, smallPolicy } from '../../../../test/fixtures/roster/small-policy.js';
import { localDate, type LocalDate } from '../../../kernel/local-date.js';
import { fen } from '../../../kernel/money.js';
import { regionCode } from '../../../kernel/region-code.js';
import { ALL_MONTHS, NO_MONTHS_KNOWN, type PersonFacts } from './facts.js';
import { doubleMonths, judgePerson, judgePersonMonth } from './judge.js';
import { countingYear, type CountingYear } from './rules.js';
import type { VerdictGroup } from './verdict.js';

const ZHANGDIAN = regionCode('370303');
const yearOf = (baseYear: number, policy: SmallPolicy = smallPolicy): CountingYear => countingYear(policy, ZHANGDIAN, baseYear, localDate(`${baseYear + 1}-09-01`));
const Y2024 = yearOf(2024);

const paid = (months: number) => ({ known: ALL_MONTHS, yes: months });
const from = (month: number): number => (ALL_MONTHS << (month - 1)) & ALL_MONTHS;

const GOOD: PersonFacts = {
  certificate: { kind: 'disability', grade: 3, firstIssued: localDate('2015-06-01'), validUntil: localDate('2027-06-01') },
  contract: { kind: 'contract', start: localDate('2023-01-01'), end: null },
  wage: fen(250_000n),
  pensionInsurance: paid(ALL_MONTHS),
  medicalInsurance: paid(ALL_MONTHS),
  birthDate: localDate('1990-05-05'),
  sex: 'male',
  postCategory: null,
  pensionDrawnFrom: null,
  residence: null,
  sources: { certificate: 'employer', contract: 'employer', wage: 'employer', insurance: 'employer', birth: 'number', pension: 'employer', residence: 'employer' },
};
const person = (over: Partial<PersonFacts>): PersonFacts => ({ ...GOOD, ...over });

const counted = (groups: readonly VerdictGroup[]): number => groups.reduce((mask, group) => (group.counted ? mask | group.months : mask), 0);
const codesIn = (groups: readonly VerdictGroup[], month: number): string[] =>
  groups.filter((group) => group.months & (1 << (month - 1))).flatMap((group) => group.findings.map((finding) => `${finding.answer} ${finding.code.slice('counting.finding.'.length)}`));

describe('a person whose facts are all good', () => {
  it('counts every month, once, without a word', () => {
    expect(judgePerson(GOOD, Y2024)).toEqual([{ months: ALL_MONTHS, counted: true, weight: 1, provisional: false, findings: [] }]);
  });

  it.each([
    ['disability', 1, 2], ['disability', 2, 2], ['disability', 3, 1], ['disability', 4, 1],
    ['military', 1, 2], ['military', 3, 2], ['military', 4, 1], ['military', 8, 1],
  ] as const)('%s certificate of grade %i weighs %i', (kind, grade, weight) => {
    expect(judgePerson(person({ certificate: { ...GOOD.certificate, kind, grade } }), Y2024)[0]).toMatchObject({ counted: true, weight });
  });
});

describe('certificates', () => {
  it.each([['military', 9], ['military', 10], ['police', 1]] as const)('%s grade %i is a refused line', (kind, grade) => {
    const groups = judgePerson(person({ certificate: { ...GOOD.certificate, kind, grade } }), Y2024);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ counted: false, weight: 0, findings: [{ code: 'counting.finding.certificate_grade_not_counted', source: 'employer' }] });
  });

  it('a region may count police certificates', () => {
    const table = { disability: { grades: [1, 2, 3, 4], double: [1, 2] }, military: { grades: [1], double: [] }, police: { grades: [1, 2, 3, 4, 5, 6, 7, 8], double: [1] } };
    const year = yearOf(2024, smallPolicy.with('counting.certificates', { region: '370000', from: '2015-01-01', value: table }));
    expect(judgePerson(person({ certificate: { ...GOOD.certificate, kind: 'police', grade: 1 } }), year)[0]).toMatchObject({ counted: true, weight: 2 });
  });

  it('months before the first issue do not count, the month of issue does', () => {
    const groups = judgePerson(person({ certificate: { ...GOOD.certificate, firstIssued: localDate('2024-04-30') } }), Y2024);
    expect(counted(groups)).toBe(from(4));
    expect(codesIn(groups, 3)).toEqual(['unmet certificate_not_yet_issued']);
  });

  it('a certificate that has expired on the filing day counts in no month; on its last day it is valid', () => {
    const until = (day: string): PersonFacts => person({ certificate: { ...GOOD.certificate, validUntil: localDate(day) } });
    expect(counted(judgePerson(until('2025-08-31'), Y2024))).toBe(0);
    expect(counted(judgePerson(until('2025-09-01'), Y2024))).toBe(ALL_MONTHS);
  });

  it('unknown dates count for now; a declared number with nothing else known counts plainly', () => {
    const unknown = { ...GOOD.certificate, firstIssued: null, validUntil: null };
    const groups = judgePerson(person({ certificate: unknown }), Y2024);
    expect(groups).toMatchObject([{ counted: true, provisional: true }]);
    expect(codesIn(groups, 1)).toEqual(['unknown_fact certificate_validity_unknown', 'unknown_fact certificate_issue_unknown']);
    expect(judgePerson(person({ certificate: { ...GOOD.certificate, firstIssued: 'declared', validUntil: 'declared' } }), Y2024)).toMatchObject([{ counted: true, provisional: false }]);
  });
});

describe('contract', () => {
  const under = (kind: PersonFacts['contract']['kind'], start: string | null, end: string | null): PersonFacts =>
    person({ contract: { kind, start: start as LocalDate | null, end: end as LocalDate | null } });

  it('one year to the day is enough, a day less is not', () => {
    expect(counted(judgePerson(under('contract', '2024-03-01', '2025-02-28'), Y2024))).toBe(from(3));
    const short = judgePerson(under('contract', '2024-03-01', '2025-02-27'), Y2024);
    expect(counted(short)).toBe(0);
    expect(codesIn(short, 3)).toEqual(['unmet contract_too_short']);
  });

  it('a year from a leap day ends on the day before the 28th', () => {
    expect(counted(judgePerson(under('contract', '2024-02-29', '2025-02-27'), Y2024))).toBe(from(2));
    expect(counted(judgePerson(under('contract', '2024-02-29', '2025-02-26'), Y2024))).toBe(0);
  });

  it('establishment needs no term; begun and ended are told apart', () => {
    const groups = judgePerson(under('establishment', '2024-03-15', '2024-08-02'), Y2024);
    expect(counted(groups)).toBe(from(3) & ~from(9));
    expect(codesIn(groups, 2)).toEqual(['unmet contract_not_begun']);
    expect(codesIn(groups, 9)).toEqual(['unmet contract_ended']);
  });

  it('no end is open-ended, no start is an unknown fact', () => {
    expect(counted(judgePerson(under(null, '2024-12-31', null), Y2024))).toBe(from(12));
    expect(judgePerson(under(null, null, null), Y2024)).toMatchObject([{ counted: true, provisional: true }]);
  });
});

describe('wage and insurance', () => {
  it('is held against the minimum wage of each month', () => {
    const groups = judgePerson(person({ wage: fen(220_000n) }), Y2024);
    expect(counted(groups)).toBe(ALL_MONTHS & ~from(7));
    const refused = groups.find((group) => !group.counted);
    expect(refused?.findings[0]).toMatchObject({
      condition: 'wage_at_least_minimum', answer: 'unmet', source: 'employer', params: { wage: '2200.00', minimum: '2300.00' },
      rules: [{ parameter: 'counting.conditions' }, { parameter: 'minimum_wage', from: '2024-07-01' }],
    });
  });

  it('a wage that nobody gave and a minimum wage that we lack count for now, each in its own words', () => {
    expect(codesIn(judgePerson(person({ wage: null }), Y2024), 1)).toEqual(['unknown_fact wage_unknown']);
    const tierless = countingYear(smallPolicy, regionCode('370302'), 2024, localDate('2025-09-01'));
    const groups = judgePerson(GOOD, tierless);
    expect(counted(groups)).toBe(ALL_MONTHS);
    expect(groups.every((group) => group.provisional)).toBe(true);
    expect(codesIn(groups, 1)).toEqual(['unknown_parameter minimum_wage_unknown']);
  });

  it('a tier whose sum is null is a value that we lack, never the older sum', () => {
    const year = yearOf(2024, smallPolicy.with('minimum_wage', { region: '370000', from: '2023-10-01', value: { 一类: '2200' } }, { region: '370000', from: '2024-07-01', value: { 一类: null } }));
    const groups = judgePerson(person({ wage: fen(100n) }), year);
    expect(counted(groups)).toBe(from(7));
    expect(codesIn(groups, 8)).toEqual(['unknown_parameter minimum_wage_unknown']);
  });

  it('each month of insurance stands for itself', () => {
    const groups = judgePerson(person({ pensionInsurance: { known: ALL_MONTHS, yes: from(5) }, medicalInsurance: { known: from(2), yes: from(2) } }), Y2024);
    expect(counted(groups)).toBe(from(5));
    expect(codesIn(groups, 1)).toEqual(['unmet pension_insurance_unpaid', 'unknown_fact medical_insurance_unknown']);
    expect(codesIn(groups, 2)).toEqual(['unmet pension_insurance_unpaid']);
  });

  it('one unmet condition refuses, whatever else is unknown', () => {
    const groups = judgePerson(person({ wage: null, pensionInsurance: paid(0), medicalInsurance: NO_MONTHS_KNOWN }), Y2024);
    expect(groups).toMatchObject([{ counted: false, weight: 0, provisional: false }]);
  });
});

describe('working age', () => {
  const born = (day: string, sex: 'male' | 'female' | null, over: Partial<PersonFacts> = {}): PersonFacts => person({ birthDate: localDate(day), sex, ...over });

  it('begins with the month of the sixteenth birthday', () => {
    const groups = judgePerson(born('2008-09-30', 'male'), Y2024);
    expect(counted(groups)).toBe(from(9));
    expect(codesIn(groups, 1)).toEqual(['unmet below_sixteen']);
  });

  it('before 2025 ends at 60 for men; the month of the birthday still counts', () => {
    const groups = judgePerson(born('1964-05-20', 'male'), Y2024);
    expect(counted(groups)).toBe(ALL_MONTHS & ~from(6));
    expect(codesIn(groups, 6)).toEqual(['unmet retirement_age_reached']);
  });

  // Examples of the decision: born 1965-01 … 1965-04 one month later, 1976-09 or later three years.
  it.each([
    ['1965-01-01', 2025, 2], ['1965-04-30', 2025, 5], ['1965-05-01', 2025, 7],
  ])('a man born %s works to month %#', (day, baseYear, last) => {
    expect(counted(judgePerson(born(day, 'male'), yearOf(baseYear)))).toBe(ALL_MONTHS & ~from(last + 1));
  });

  it('a woman is judged by her post category', () => {
    const year = yearOf(2025);
    expect(counted(judgePerson(born('1975-01-15', 'female', { postCategory: 'worker' }), year))).toBe(ALL_MONTHS & ~from(3));
    expect(counted(judgePerson(born('1975-01-15', 'female', { postCategory: 'management' }), year))).toBe(ALL_MONTHS);
  });

  it('without a category a woman is doubtful only where the two tables differ', () => {
    const year = yearOf(2025);
    expect(judgePerson(born('1980-01-15', 'female'), year)).toMatchObject([{ counted: true, provisional: false }]);
    const between = judgePerson(born('1975-01-15', 'female'), year);
    expect(codesIn(between, 2)).toEqual([]);
    expect(codesIn(between, 3)).toEqual(['unknown_fact post_category_unknown']);
    expect(counted(between)).toBe(ALL_MONTHS);
    expect(counted(judgePerson(born('1960-01-15', 'female'), year))).toBe(0);
  });

  it('a pension already drawn decides, not the table', () => {
    const groups = judgePerson(born('1990-01-01', 'male', { pensionDrawnFrom: localDate('2024-10-01') }), Y2024);
    expect(counted(groups)).toBe(ALL_MONTHS & ~from(10));
    expect(codesIn(groups, 11)).toEqual(['unmet pension_drawn']);
  });

  it('nothing known of birth or sex is an unknown fact', () => {
    expect(codesIn(judgePerson(person({ birthDate: null }), Y2024), 1)).toEqual(['unknown_fact birth_unknown']);
    expect(codesIn(judgePerson(born('1990-01-01', null), Y2024), 1)).toEqual(['unknown_fact birth_unknown']);
  });
});

describe('residence', () => {
  const LOCAL = smallPolicy.with('counting.conditions', { region: '370000', from: '2015-10-01', value: ['contract', 'residence'] }, { region: '370000', from: '2024-06-25', value: ['contract'] });

  it('is asked only where and while a dated regional value says so', () => {
    const groups = judgePerson(person({ residence: 'elsewhere' }), yearOf(2024, LOCAL));
    expect(counted(groups)).toBe(from(7));
    expect(codesIn(groups, 6)).toEqual(['unmet residence_elsewhere']);
    expect(counted(judgePerson(person({ residence: 'elsewhere' }), Y2024))).toBe(ALL_MONTHS);
  });
});

describe('law that we lack', () => {
  it('never refuses a person', () => {
    const groups = judgePerson(GOOD, yearOf(2024, new SmallPolicy()));
    expect(counted(groups)).toBe(ALL_MONTHS);
    expect(groups.every((group) => group.provisional && group.weight === 1)).toBe(true);
  });
});

describe('judgePersonMonth', () => {
  it('says the same of each month as judgePerson', () => {
    const facts = person({ wage: fen(220_000n), contract: { kind: 'contract', start: localDate('2024-02-10'), end: null }, medicalInsurance: { known: from(3), yes: from(4) } });
    const groups = judgePerson(facts, Y2024);
    expect(groups.reduce((mask, group) => mask | group.months, 0)).toBe(ALL_MONTHS);
    for (let bit = 0; bit < 12; bit++) {
      const { months, ...verdict } = judgePersonMonth(facts, Y2024, bit);
      expect(months).toBe(1 << bit);
      const { months: _, ...grouped } = groups.find((group) => group.months & (1 << bit)) as VerdictGroup;
      expect(verdict).toEqual(grouped);
    }
  });
});

describe('facts that registers tell by month', () => {
  const twelve = <T>(value: (month: number) => T): T[] => Array.from({ length: 12 }, (_, bit) => value(bit + 1));
  const dated = (grade: (month: number) => number | null, wage: (month: number) => number | null): PersonFacts => person({
    byMonth: { grades: twelve(grade), wages: twelve((month) => { const yuan = wage(month); return yuan === null ? null : fen(BigInt(yuan) * 100n); }) },
  });

  it('a grade that changes in the year changes the weight from that month on; where the register tells none, the number does', () => {
    const facts = dated((month) => (month < 4 ? null : month < 9 ? 2 : 4), () => 3000);
    expect(judgePerson(facts, Y2024)).toEqual([
      { months: ALL_MONTHS & ~(from(4) & ~from(9)), counted: true, weight: 1, provisional: false, findings: [] },
      { months: from(4) & ~from(9), counted: true, weight: 2, provisional: false, findings: [] },
    ]);
    expect(doubleMonths(facts, Y2024)).toBe(from(4) & ~from(9));
  });

  it('weights of refused months are known too', () => {
    expect(doubleMonths({ ...dated(() => 1, () => 0), contract: { kind: 'contract', start: null, end: null } }, Y2024)).toBe(ALL_MONTHS);
  });

  it('wages are held against the minimum of their own month, and each wage below it is told', () => {
    const groups = judgePerson(dated(() => null, (month) => (month === 1 ? 1900 : month === 2 ? 2000 : month === 3 ? null : 2300)), Y2024);
    expect(groups.map(({ months, counted: counts, findings }) => [months, counts, findings.map(({ code, params }) => [code, params])])).toEqual([
      [1, false, [['counting.finding.wage_below_minimum', { wage: '1900.00', minimum: '2200.00' }]]],
      [2, false, [['counting.finding.wage_below_minimum', { wage: '2000.00', minimum: '2200.00' }]]],
      [4, true, [['counting.finding.wage_unknown', {}]]],
      [from(4), true, []],
    ]);
  });

  it('two grades that do not count are told apart', () => {
    const facts = { ...dated((month) => (month < 7 ? 9 : 10), () => 3000), certificate: { ...GOOD.certificate, kind: 'military', grade: 9 } } as const;
    expect(judgePerson(facts, Y2024).map(({ months, findings }) => [months, findings[0]?.params])).toEqual([[ALL_MONTHS & ~from(7), { kind: 'military', grade: 9 }], [from(7), { kind: 'military', grade: 10 }]]);
  });

  it('a register that is complete and holds no certificate refuses', () => {
    const groups = judgePerson(person({ certificate: { ...GOOD.certificate, firstIssued: 'never' } }), Y2024);
    expect([counted(groups), codesIn(groups, 1)]).toEqual([0, ['unmet certificate_not_registered']]);
  });
});
