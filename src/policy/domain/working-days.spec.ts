import { localDate } from '../../kernel/local-date.js';
import { COUNTRY } from '../../kernel/region-code.js';
import type { Holidays, PolicySource } from '../parameters.js';
import { workingDaysAfter } from './working-days.js';

const holidays: Holidays = { off: [{ name: 'new_year', from: '01-01', until: '01-03' }, { name: 'spring', from: '02-15', until: '02-23' }, { name: 'national', from: '10-01', until: '10-07' }], work: ['01-04', '02-14', '10-10'] };
/** Days off of 2026 alone; the value has no end. */
const policy = { find: (_: string, __: string, day: string) => (day < '2026-01-01' ? null : { from: localDate('2026-01-01'), value: holidays }) } as unknown as PolicySource;
const after = (start: string, days: number) => workingDaysAfter(policy, COUNTRY, localDate(start), days);

describe('working days', () => {
  it.each([
    ['2026-09-30', 5, '2026-10-13', 'skip the days off, and count a Saturday that is worked instead'],
    ['2026-02-13', 1, '2026-02-14', 'a Saturday that is worked'],
    ['2026-02-14', 1, '2026-02-24', 'a long holiday with its weekends'],
    ['2026-11-20', 5, '2026-11-27', 'a plain week'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-11-20', 0, '2026-11-20', 'none'],
  ])('from %s, %i: %s (%s)', (start, days, expected) => expect(after(start, days)).toEqual({ day: expected, assumed: [] }));

  it('of a year whose days off are not known are Mondays to Fridays, and the year is named: a notice does not speak of the next year', () => {
    expect(after('2026-12-31', 1)).toEqual({ day: '2027-01-01', assumed: [2027] });
    expect(after('2025-12-31', 1)).toEqual({ day: '2026-01-04', assumed: [] });
    expect(after('2025-12-29', 3)).toEqual({ day: '2026-01-04', assumed: [2025] });
  });
});
