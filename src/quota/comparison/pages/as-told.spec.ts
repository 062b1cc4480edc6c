import type { StoredFinding, StoredGroup } from '../domain/compare-line.js';
import { asTold } from './as-told.js';
import { findingWords } from './finding-words.js';

const wage = (paid: string, minimum: string): StoredFinding => ({ answer: 'unmet', code: 'counting.finding.wage_below_minimum', params: { wage: paid, minimum }, rules: [`wage.minimum@${minimum}`] }) as unknown as StoredFinding;
const group = (months: number, ...findings: readonly StoredFinding[]): StoredGroup => ({ months, counted: false, provisional: false, findings }) as StoredGroup;

describe('what the comparison says of a person', () => {
  it('calls a month without an entry in a complete register what it is, and no wage of 0.00', () => {
    expect(findingWords('zh', wage('0.00', '2200.00'))).toBe('登记数据里，当月没有发工资的记录');
    expect(findingWords('en', wage('0.00', '2200.00'))).toBe('the register holds no wage paid for that month');
    expect(findingWords('zh', wage('1500.00', '2200.00'))).toContain('月工资 1500.00 元，低于当月最低工资标准 2200.00 元');
  });

  it('says once what reads alike, whatever document of law or minimum lies behind it', () => {
    expect(asTold('zh', [group(0b1, wage('0.00', '2200.00')), group(0b110, wage('0.00', '2400.00')), group(0b1000, wage('1500.00', '2400.00'))], false).map(({ months }) => months)).toEqual([0b111, 0b1000]);
  });

  it('keeps from the employer, and from no reviewer, that a value of law is missing', () => {
    const lacking = { answer: 'unknown_parameter', code: 'counting.finding.minimum_wage_unknown', params: {}, rules: [] } as unknown as StoredFinding;
    expect(asTold('zh', [group(0b1, lacking)], true)[0]?.findings).toEqual([]);
    expect(asTold('zh', [group(0b1, lacking)], false)[0]?.findings).toEqual([lacking]);
  });
});
