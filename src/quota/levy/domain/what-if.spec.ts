import { aCase, prepared, shippedPolicy, simulatorOn } from '../../../../test/support/levy.js';
import { localDate } from '../../../kernel/local-date.js';
import { fen, formatYuan, parseYuan, type Fen } from '../../../kernel/money.js';
import { lateFee, lateFeeOn } from './late-fee.js';
import { outlook } from './outlook.js';
import { provisionalSums } from './provisional.js';
import { breakEvenWage, whatIf } from './what-if.js';

const simulator = simulatorOn('2026-11-21');
const yuan = (text: string): Fen => {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe('a new hire on top', () => {
  it('can turn an exempt employer into one that pays, and says so', () => {
    const rows = whatIf(prepared(simulator, aCase({ headcount: { average: '30' }, averageWage: '100000' })), 'new_hire', 'ordinary', yuan('8000'));
    const [january, december] = [rows[0], rows[11]];
    // 31 staff × 1.5 % = 0.465 < 1 person: nothing is due although the exemption is lost.
    expect([january?.exemptionLost, formatYuan(january?.payable ?? fen(-1n))]).toEqual([true, '0.00']);
    expect(december?.exemptionLost).toBe(true);
    // 30 + 1/12 staff, one month counts 0.08: gap 0.37125 × wage (3,000,000 + 8,000) / 30.0833… = 99,988.92, tier 90 %.
    expect(formatYuan(december?.payable ?? fen(-1n))).toBe('33408.80');
    expect(formatYuan(december?.saved ?? fen(0n))).toBe('-33408.80');
  });

  it('saves more the earlier the person starts', () => {
    const rows = whatIf(prepared(simulator, aCase({ headcount: { average: '200' } })), 'recognised', 'severe', fen(0n));
    expect(rows.map((row) => row.months)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    for (let at = 1; at < rows.length; at++) expect((rows[at - 1]?.saved ?? 0n) >= (rows[at]?.saved ?? 0n)).toBe(true);
    // 200 × 1.5 % − 2 = 1 person × 80,000 × 50 % = 40,000; before: 3 × 80,000 × 90 % = 216,000.
    expect(formatYuan(rows[0]?.saved ?? fen(0n))).toBe('176000.00');
  });

  it('has no break-even wage where nothing is payable', () => {
    expect(breakEvenWage(prepared(simulator, aCase({ headcount: { average: '200' }, arrangedCount: '3' })), 'ordinary', 12)).toBe(0n);
    expect(breakEvenWage(prepared(simulator, aCase({ headcount: { average: '30' }, averageWage: '500000' })), 'ordinary', 1)).toBeNull();
  });
});

describe('outlook', () => {
  it('names the year in which the relief ends and the sum then', () => {
    const found = outlook(prepared(simulator, aCase({ headcount: { average: '100' } })), shippedPolicy(), 5);
    if (!found.ok) throw new Error(found.error.parameter);
    expect([found.value.now.filingYear, formatYuan(found.value.now.assessment.payable)]).toEqual([2025, '108000.00']);
    expect([found.value.change?.filingYear, formatYuan(found.value.change?.assessment.payable ?? fen(0n))]).toEqual([2028, '120000.00']);
  });

  it('says that nothing changes where nothing does', () => {
    const found = outlook(prepared(simulator, aCase({ headcount: { average: '200' }, arrangedCount: '3' })), shippedPolicy(), 5);
    expect(found).toMatchObject({ ok: true, value: { change: null, until: 2030 } });
  });
});

describe('late fee', () => {
  const law = { daily: '0.005', ceiling: '1' };

  it.each([[0, '0.00'], [30, '3000.00'], [199, '19900.00'], [200, '20000.00'], [5_000, '20000.00']])('on 20,000 after %i days: %s', (days, fee) => {
    expect(formatYuan(lateFee(yuan('20000'), days, law))).toBe(fee);
  });

  it('is owed only once the order has expired, then from the first day of arrears', () => {
    const on = (day: string, order: string | null): string => formatYuan(lateFeeOn(localDate(day), yuan('20000'), localDate('2025-10-01'), order === null ? null : localDate(order), law));
    expect(on('2025-10-30', null)).toBe('0.00');
    expect(on('2025-10-30', '2025-10-30')).toBe('0.00');
    expect(on('2025-10-30', '2025-10-29')).toBe('3000.00');
  });

  it('rounds to the fen and holds the ceiling for any sum', () => {
    expect(formatYuan(lateFee(yuan('0.99'), 1, law))).toBe('0.00');
    expect(formatYuan(lateFee(yuan('1.00'), 1, law))).toBe('0.01');
    expect(formatYuan(lateFee(yuan('33.33'), 999, law))).toBe('33.33');
  });
});

describe('provisional months', () => {
  const entries = [{ certificate: 'disability' as const, grade: 1, months: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'], provisionalMonths: ['2024-04', '2024-05', '2024-06'] }];

  it('gives the payable sum with and without them', () => {
    const sums = provisionalSums(simulator, aCase({}), entries);
    if (sums === null || 'ok' in sums) throw new Error('expected sums');
    // With: arranged 1.00 → 0.5 × 80,000 × 50 %; without: 0.50 → 1 × 80,000 × 90 %.
    expect([formatYuan(sums.payableWith), formatYuan(sums.payableWithout), sums.provisionalMonths]).toEqual(['20000.00', '72000.00', 3]);
  });

  it('is silent where every month is certain', () => {
    expect(provisionalSums(simulator, aCase({}), entries.map((one) => ({ ...one, provisionalMonths: [] })))).toBeNull();
  });
});
