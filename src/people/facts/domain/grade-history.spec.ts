import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '../../../kernel/local-date.js';
import { withGrade, type GradeContext, type GradePeriod, type ToldGrade } from './grade-history.js';

const day = localDate;
const CONTEXT: GradeContext = { firstIssuedOn: day('2015-05-01'), validFrom: day('2020-05-01'), asOf: day('2025-01-01') };
const shown = (periods: readonly GradePeriod[]): string => periods.map(({ grade, from, until }) => `${grade} ${from}–${until ?? ''}`).join(', ');
const told = (grade: number, from: string | null = null, until: string | null = null): ToldGrade => ({ grade, from: from === null ? null : day(from), until: until === null ? null : day(until) });
const after = (known: readonly GradePeriod[], ...grades: ToldGrade[]): string => {
  let present = known;
  for (const grade of grades) {
    const next = withGrade(present, grade, CONTEXT);
    if (!next.ok) return next.error;
    present = next.value;
  }
  return shown(present);
};

describe('the dated grades of a certificate', () => {
  it.each([
    ['begin with the first issue', [told(3)], '3 2015-05-01–'],
    ['stay when they are told again', [told(3), told(3), told(3, '2015-05-01')], '3 2015-05-01–'],
    ['change with the day that is told', [told(3), told(2, '2022-01-01')], '3 2015-05-01–2021-12-31, 2 2022-01-01–'],
    ['change with the new validity where no day is told', [told(3), told(2)], '3 2015-05-01–2020-04-30, 2 2020-05-01–'],
    ['change with the day of the register where the validity is older', [told(3, '2021-01-01'), told(2)], '3 2021-01-01–2024-12-31, 2 2025-01-01–'],
    ['take in history, in either order', [told(3), told(2, '2015-05-01', '2018-12-31')], '2 2015-05-01–2018-12-31, 3 2019-01-01–'],
    ['take in history, in either order', [told(2, '2015-05-01', '2018-12-31'), told(3, '2019-01-01')], '2 2015-05-01–2018-12-31, 3 2019-01-01–'],
    ['are corrected for the same days', [told(3, '2019-01-01'), told(2, '2019-01-01')], '2 2019-01-01–'],
    ['end', [told(3), told(3, '2015-05-01', '2023-12-31')], '3 2015-05-01–2023-12-31'],
    ['never stand two on one day', [told(2, '2015-05-01', '2018-12-31'), told(3, '2018-06-01')], 'facts.row.grade_overlap'],
    ['never stand two on one day', [told(3, '2016-01-01'), told(2, '2018-01-01', '2018-12-31')], 'facts.row.grade_overlap'],
  ])('%s', (_, grades, expected) => expect(after([], ...grades)).toBe(expected));

  it('need a beginning', () => {
    expect(withGrade([], told(3), { ...CONTEXT, firstIssuedOn: null, validFrom: null })).toEqual({ ok: false, error: 'facts.row.grade_start_unknown' });
  });

  it('never overlap, whatever is told, and telling it twice changes nothing', () => {
    const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2014-01-01'), days));
    const grade = fc.record({ grade: fc.integer({ min: 1, max: 4 }), from: fc.option(someDay), until: fc.option(someDay) })
      .map(({ grade: number, from, until }): ToldGrade => ({ grade: number, from, until: until !== null && from !== null && until < from ? null : until }))
      .filter(({ from, until }) => until === null || from !== null || until >= '2015-05-01');
    fc.assert(fc.property(fc.array(grade, { maxLength: 8 }), (grades) => {
      let known: readonly GradePeriod[] = [];
      for (const one of grades) {
        const next = withGrade(known, one, CONTEXT);
        if (!next.ok) continue;
        const again = withGrade(next.value, one, CONTEXT);
        expect(again.ok && shown(again.value)).toBe(shown(next.value));
        known = next.value;
        let last: LocalDate | null = null;
        known.forEach(({ from, until }, at) => {
          expect(last === null || from > last).toBe(true);
          expect(until === null || until >= from).toBe(true);
          expect(until !== null || at === known.length - 1).toBe(true);
          last = until;
        });
      }
    }));
  });
});
