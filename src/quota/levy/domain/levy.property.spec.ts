import fc from 'fast-check';
import { aCase, computed, prepared, simulatorOn } from '../../../../test/support/levy.js';
import { parseYuan, type Fen } from '../../../kernel/money.js';
import { fen } from '../../../kernel/money.js';
import { monthsOfYear } from '../../../kernel/year-month.js';
import { assess } from './assess.js';
import type { ArrangedEntry, LevyCase } from './case.js';
import type { LevyResult } from './result.js';
import { breakEvenWage, whatIf, withPerson } from './what-if.js';

const simulator = simulatorOn('2026-11-21');
const MONTHS = monthsOfYear(2024);

const cents = (text: string): Fen => {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

const entry = fc.record({
  certificate: fc.constantFrom('disability' as const, 'military' as const, 'police' as const),
  grade: fc.integer({ min: 1, max: 4 }),
  months: fc.subarray([...MONTHS]),
});
const yuan = (max: number) => fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 99 })).map(([whole, cent]) => `${whole}.${String(cent).padStart(2, '0')}`);
const scale = fc.constantFrom(0, 2, 4, null);

const anyCase: fc.Arbitrary<LevyCase> = fc
  .record({
    headcount: fc.oneof(
      fc.record({ monthly: fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 12, maxLength: 12 }) }),
      fc.record({ average: fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 9_999 })).map(([a, b]) => `${a}.${String(b).padStart(4, '0')}`) }),
    ),
    wage: yuan(900_000),
    arranged: fc.array(entry, { maxLength: 8 }),
    scales: fc.record({ staff: scale, arranged: scale, averageWage: scale }),
    ratio: fc.constantFrom('0.015', '0.016', '0.02', '0.0175'),
    social: fc.option(yuan(200_000).filter((text) => cents(text) > 0n), { nil: undefined }),
    paid: yuan(500_000),
    kind: fc.constantFrom('enterprise' as const, 'organ' as const),
    filing: fc.constantFrom('2017-03-01', '2018-03-31', '2019-09-01', '2025-09-01', '2028-01-01'),
  })
  .map(({ headcount, wage, arranged, scales, ratio, social, paid, kind, filing }) =>
    aCase({ baseYear: 2024, filingDate: filing < '2024' ? '2025-09-01' : filing, employerKind: kind, headcount, averageWage: wage, arranged, alreadyPaid: paid, overrides: { ratio, scales, ...(social === undefined ? {} : { socialAverageWage: social }) } }));

/** An oracle of its own: plain fractions straight from the order of computation of the law, nothing shared with the engine. */
function byHand(levyCase: LevyCase): { due: bigint; relief: bigint; payable: bigint } {
  type Q = [bigint, bigint];
  const q = (text: string): Q => {
    const [whole, fraction = ''] = text.split('.');
    return [BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length)];
  };
  const round = ([n, d]: Q, digits: number | null): Q => (digits === null ? [n, d] : [(2n * n * 10n ** BigInt(digits) + d) / (2n * d), 10n ** BigInt(digits)]);
  const mul = ([a, b]: Q, [c, d]: Q): Q => [a * c, b * d];
  const sub = ([a, b]: Q, [c, d]: Q): Q => [a * d - c * b, b * d];
  const less = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1];
  const scales = levyCase.overrides?.scales ?? {};
  const head = levyCase.headcount;
  const staff = round('average' in head ? q(head.average) : [BigInt(head.monthly.reduce((a, b) => a + b, 0)), 12n], scales.staff ?? null);
  let weight = 0n;
  for (const one of levyCase.arranged ?? []) {
    const each = one.certificate === 'police' ? 0n : one.certificate === 'military' ? (one.grade <= 3 ? 2n : 1n) : one.grade <= 2 ? 2n : 1n;
    weight += each * BigInt(one.months.length);
  }
  const arranged = round([weight, 12n], scales.arranged === undefined ? 2 : scales.arranged);
  const ratio = q(levyCase.overrides?.ratio ?? '');
  let gap = sub(mul(staff, ratio), arranged);
  if (gap[0] < 0n) gap = [0n, 1n];
  let wage = q(levyCase.averageWage ?? '');
  const social = levyCase.overrides?.socialAverageWage;
  if (social !== undefined) {
    const cap = mul(q(social), [2n, 1n]);
    if (less(cap, wage)) wage = cap;
  }
  const due = round(mul(gap, wage), 2)[0];
  const windowOpen = (levyCase.filingDate ?? '') <= '2027-12-31';
  const small = levyCase.employerKind === 'enterprise' && !less([30n, 1n], staff) && windowOpen;
  const pay: Q = due === 0n ? [1n, 1n] : small ? [0n, 1n] : !windowOpen ? [1n, 1n] : less(arranged, mul(staff, [1n, 100n])) ? [9n, 10n] : [5n, 10n];
  const relief = round([due * (pay[1] - pay[0]), pay[1]], 0)[0];
  const owed = due - relief - cents(levyCase.alreadyPaid ?? '0');
  return { due, relief, payable: owed > 0n ? owed : 0n };
}

const sumsOf = ({ statement: _, notApplied: __, ...sums }: LevyResult): object => sums;

describe('laws of the levy', () => {
  it('agrees to the fen with a second computation made from the law alone', () => {
    fc.assert(fc.property(anyCase.filter((one) => one.overrides?.socialAverageWage !== undefined), (levyCase) => {
      const result = computed(simulator, levyCase);
      expect({ due: cents(result.due), relief: cents(result.relief.amount), payable: cents(result.payable) }).toEqual(byHand(levyCase));
    }), { numRuns: 600 });
  });

  it('never rises when more months count, at fixed staff and wages', () => {
    fc.assert(fc.property(anyCase, entry, (levyCase, more) => {
      const before = cents(computed(simulator, levyCase).payable);
      const after = cents(computed(simulator, { ...levyCase, arranged: [...(levyCase.arranged ?? []), more] }).payable);
      expect(after <= before).toBe(true);
    }));
  });

  it('loses nothing between its parts: due = relief + payable + paid − refund', () => {
    fc.assert(fc.property(anyCase, (levyCase) => {
      const result = computed(simulator, levyCase);
      expect(cents(result.due)).toBe(cents(result.relief.amount) + cents(result.payable) + cents(result.alreadyPaid) - cents(result.refundDue));
      const counted = (result.statement ?? []).filter((line) => line.code.startsWith('levy.line.person_month')).reduce((sum, line) => sum + Number(line.value), 0);
      expect(result.statement?.find((line) => line.code === 'levy.line.arranged')?.params['weightedMonths']).toBe(counted);
      const months = (levyCase.arranged ?? []).reduce((sum, one) => sum + one.months.length, 0);
      expect((result.statement ?? []).filter((line) => line.code.startsWith('levy.line.person_month'))).toHaveLength(months);
    }));
  });

  it('does not depend on the order of people, months or head-counts', () => {
    fc.assert(fc.property(anyCase, fc.infiniteStream(fc.nat()), (levyCase, stream) => {
      const shuffled = <T>(list: readonly T[]): T[] => list.map((value) => ({ value, key: stream.next().value })).sort((a, b) => a.key - b.key).map(({ value }) => value);
      const arranged: ArrangedEntry[] = shuffled(levyCase.arranged ?? []).map((one) => ({ ...one, months: shuffled(one.months) }));
      const headcount = 'monthly' in levyCase.headcount ? { monthly: shuffled(levyCase.headcount.monthly) } : levyCase.headcount;
      expect(sumsOf(computed(simulator, { ...levyCase, arranged, headcount }))).toEqual(sumsOf(computed(simulator, levyCase)));
    }));
  });

  it('replays identically, statement and hash included', () => {
    fc.assert(fc.property(anyCase, (levyCase) => {
      expect(JSON.stringify(simulatorOn('2026-11-21').run(levyCase, { statement: true }))).toBe(JSON.stringify(simulator.run(levyCase, { statement: true })));
    }), { numRuns: 30 });
  });

  it('gives another hash when any resolved value changes', () => {
    const hash = (over: Partial<LevyCase>): string => computed(simulator, aCase(over)).policyHash;
    const hashes = [hash({}), hash({ overrides: { ratio: '0.016', socialAverageWage: '149208' } }), hash({ overrides: { ratio: '0.015', socialAverageWage: '1' } }), hash({ overrides: { ratio: '0.015', socialAverageWage: '149208', scales: { staff: 2 } } })];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hash({ averageWage: '1' })).toBe(hashes[0]);
  });
});

describe('laws of the what-if', () => {
  const severity = fc.constantFrom('ordinary' as const, 'severe' as const);

  it('never costs anything to have a present employee recognised', () => {
    fc.assert(fc.property(anyCase, severity, (levyCase, kind) => {
      for (const row of whatIf(prepared(simulator, levyCase), 'recognised', kind, fen(0n))) expect(row.saved >= 0n).toBe(true);
    }), { numRuns: 60 });
  });

  it('finds the break-even wage to the fen: worth it there, not one fen above', () => {
    fc.assert(fc.property(anyCase, severity, fc.integer({ min: 1, max: 12 }), (levyCase, kind, months) => {
      const start = prepared(simulator, levyCase);
      const cost = (wage: bigint): bigint => {
        const after = assess(withPerson(start, 'new_hire', kind, months, fen(wage)), start.employer, start.policy, start.alreadyPaid);
        return wage * BigInt(months) + after.payable - after.refundDue;
      };
      const now = assess(start.facts, start.employer, start.policy, start.alreadyPaid);
      const before = now.payable - now.refundDue;
      const wage = breakEvenWage(start, kind, months);
      if (wage === null) expect(cost(0n) > before).toBe(true);
      else {
        expect(cost(wage) <= before).toBe(true);
        expect(cost(wage + 1n) > before).toBe(true);
      }
    }), { numRuns: 60 });
  });
});
