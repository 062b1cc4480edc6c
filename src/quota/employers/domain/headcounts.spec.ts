import { localDate } from '../../../kernel/local-date.js';
import { headcountFaults } from './headcounts.js';

const staff = Array.from({ length: 12 }, () => 5);
const codes = (...args: Parameters<typeof headcountFaults>): readonly string[] => headcountFaults(...args).map(({ month, code }) => `${month} ${code}`);

describe('head-counts of a year', () => {
  it('are those of months that are over', () => {
    expect(headcountFaults(2025, staff, localDate('2026-01-01'), null)).toEqual([]);
    expect(codes(2026, staff.map((count, at) => (at < 3 ? count : null)), localDate('2026-03-31'), null)).toEqual(['2026-03 employers.headcount.future_month']);
  });

  it('begin with the month of registration; what is left empty is never at fault', () => {
    const registeredOn = localDate('2025-03-31');
    expect(codes(2025, staff, localDate('2026-01-01'), registeredOn)).toEqual(['2025-01 employers.headcount.before_registration', '2025-02 employers.headcount.before_registration']);
    expect(headcountFaults(2025, staff.map((count, at) => (at < 2 ? null : count)), localDate('2026-01-01'), registeredOn)).toEqual([]);
  });
});
