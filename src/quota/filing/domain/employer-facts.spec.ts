import { localDate } from '../../../kernel/local-date.js';
import { fen } from '../../../kernel/money.js';
import { gapsOf, staffFaults, wageFaults } from './employer-facts.js';

const year = (...counts: (number | null)[]): (number | null)[] => [...counts, ...Array.from({ length: 12 - counts.length }, () => 10)];
const pointers = (counts: (number | null)[], registered: string | null): string[] =>
  staffFaults(counts, registered === null ? null : localDate(registered), 2025).map(({ pointer, code }) => `${pointer} ${code}`);

it('every month of an employer that was there before has a head-count, be it nought', () => {
  expect(pointers(year(0, 5), '2010-05-01')).toEqual([]);
  expect(pointers(year(null, 5), '2010-05-01')).toEqual(['/monthlyStaff/0 filing.staff.month_missing']);
});

it('months before the registration are blank, or nought', () => {
  expect(pointers(year(null, null, 7), '2025-03-20')).toEqual([]);
  expect(pointers(year(0, null, 7), '2025-03-20')).toEqual([]);
  expect(pointers(year(null, 4, 7), '2025-03-20')).toEqual(['/monthlyStaff/1 filing.staff.before_registration']);
  expect(pointers(year(null, null, null), '2025-03-20')).toEqual(['/monthlyStaff/2 filing.staff.month_missing']);
});

it('without a known registration the first blank months are believed, and a gap is not', () => {
  expect(pointers(year(null, null, 7), null)).toEqual([]);
  expect(pointers(year(null, 7, null), null)).toEqual(['/monthlyStaff/2 filing.staff.month_missing']);
  expect(pointers(Array.from({ length: 12 }, () => null), null)).toHaveLength(12);
});

it('says what is missing', () => {
  expect(gapsOf({ monthlyStaff: null, totalWages: null })).toEqual(['staff', 'wages']);
  expect(gapsOf({ monthlyStaff: year(), totalWages: fen(0n) })).toEqual([]);
});

it.each([
  ['staff and wages', [10, 10], 100n, []],
  ['nobody and nothing', [0, 0, null], 0n, []],
  ['staff and no wages', [0, 3], 0n, ['filing.wages.none']],
] as const)('%s', (_, monthlyStaff, wages, codes) => {
  expect(wageFaults({ monthlyStaff, totalWages: fen(wages) }).map(({ code }) => code)).toEqual(codes);
});

it('wages that are not given yet are not at fault', () => {
  expect(wageFaults({ monthlyStaff: [5], totalWages: null })).toEqual([]);
  expect(wageFaults({ monthlyStaff: null, totalWages: fen(0n) })).toEqual([]);
});
