import fc from 'fast-check';
import { certificateOf, citizenIdOf, goodRow, inOrder, TITLES, type RowValues } from '../../../../test/fixtures/roster/people.js';
import { csv } from '../../../../test/fixtures/roster/gb18030.js';
import { read, type Read } from '../../../../test/fixtures/roster/read.js';

/** Values that people write, good and bad, for one row each. */
const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const someone = fc.integer({ min: 1, max: 6 });
const changes: fc.Arbitrary<RowValues> = fc.record({
  合同开始: pick('2023-01-01', '2024-05-10', '2024/7/1', '2025-02-01', '去年', ''),
  合同结束: pick(null, '2024-06-30', '2026-12-31', '2022-01-01', '长期'),
  月工资: pick('3000', '2250', null, '-1', 'x'),
  参保开始: pick(null, '2023-01', '2024-03', '13月'),
  派遣协议: pick('无', '我方计入', '对方计入', '是'),
  等级: pick('三级', null, '二级'),
}, { requiredKeys: [] });
const row = fc.tuple(someone, fc.integer({ min: 1, max: 4 }), changes).map(([n, grade, over]) => {
  const id = citizenIdOf(n);
  return inOrder(goodRow(n, { 等级: null, 证件号码: certificateOf(id, 4, grade), ...over }));
});
const rosters = fc.array(row, { minLength: 1, maxLength: 14 });

const judge = (rows: readonly (readonly unknown[])[]): Promise<Read> => read(Buffer.from(csv([[...TITLES], ...rows])), { name: 'a.csv' });
const weightOf = ({ persons }: Read): number =>
  persons.filter(({ counts }) => counts !== 'out').flatMap(({ verdicts }) => verdicts).reduce((sum, { months, weight }) => sum + months.length * weight, 0);

describe('laws of every roster', () => {
  it('no row and no month is lost: in = accepted + unchanged + rejected, and twelve months for each accepted row', () => fc.assert(fc.asyncProperty(rosters, async (rows) => {
    const { totals, persons, errors } = await judge(rows);
    expect(totals.rows.in).toBe(rows.length);
    expect(totals.rows.accepted + totals.rows.unchanged + totals.rows.rejected).toBe(totals.rows.in);
    expect(persons).toHaveLength(totals.rows.accepted);
    expect(new Set(errors.map((error) => error.row)).size).toBe(totals.rows.rejected);
    expect(totals.personMonths.counted + totals.personMonths.refused).toBe(12 * totals.rows.accepted);
    for (const { verdicts } of persons) expect(verdicts.flatMap(({ months }) => months).sort()).toEqual(Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`));
  }), { numRuns: 150 }));

  it('the sums are those of the lines', () => fc.assert(fc.asyncProperty(rosters, async (rows) => {
    const one = await judge(rows);
    expect(one.totals.counted.weightedMonths).toBe(weightOf(one));
    expect(one.totals.countedWithoutProvisional.weightedMonths).toBeLessThanOrEqual(one.totals.counted.weightedMonths);
    expect(one.totals.counted.people).toBeLessThanOrEqual(6);
  }), { numRuns: 150 }));

  it('nobody counts twice in a month', () => fc.assert(fc.asyncProperty(rosters, async (rows) => {
    const { persons } = await judge(rows);
    const seen = new Set<string>();
    for (const { citizenId, verdicts } of persons) {
      for (const month of verdicts.filter(({ counted }) => counted).flatMap(({ months }) => months)) {
        expect(seen).not.toContain(`${citizenId} ${month}`);
        seen.add(`${citizenId} ${month}`);
      }
    }
  }), { numRuns: 150 }));

  it('a roster read twice over says nothing new: its second half is unchanged or rejected again', () => fc.assert(fc.asyncProperty(rosters, async (rows) => {
    const once = await judge(rows);
    const twice = await judge([...rows, ...rows]);
    expect(twice.totals.counted).toEqual(once.totals.counted);
    expect(twice.totals.rows.accepted).toBe(once.totals.rows.accepted);
    expect(twice.totals.rows.unchanged).toBe(2 * once.totals.rows.unchanged + once.totals.rows.accepted);
  }), { numRuns: 100 }));

  it('the order of different people does not matter', () => fc.assert(fc.asyncProperty(fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 400 }), changes), { selector: ([n]) => n, minLength: 2, maxLength: 8 }), async (people) => {
    const rows = people.map(([n, over]) => inOrder(goodRow(n, over)));
    const [there, back] = [await judge(rows), await judge([...rows].reverse())];
    expect(back.totals.counted).toEqual(there.totals.counted);
    expect(back.totals.personMonths).toEqual(there.totals.personMonths);
    expect(back.totals.rows).toEqual(there.totals.rows);
  }), { numRuns: 60 }));
});
