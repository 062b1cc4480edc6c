import { aCase, computed, simulatorOn } from '../../../../../test/support/levy.js';
import { personRows } from './person-months.js';

it('gives one row to each person, with every month counted, refused or not entered', () => {
  const levyCase = aCase({
    arranged: [{ certificate: 'disability', grade: 1, months: ['2024-11', '2024-12'] }, { ref: '工号 7', certificate: 'military', grade: 9, months: ['2024-01'] }],
    dispatch: [{ direction: 'in', certificate: 'disability', grade: 3, months: ['2024-06'] }, { direction: 'out', certificate: 'disability', grade: 3, months: ['2024-06'] }],
  });
  const rows = personRows(computed(simulatorOn('2026-11-21'), levyCase).statement ?? []);
  const marks = rows.map(({ months }) => months.map((mark) => (mark.kind === 'counted' ? mark.weight : mark.kind === 'refused' ? 'x' : '.')).join(''));
  expect(marks).toEqual(['..........22', 'x...........', '.....1......']);
  expect(rows.map(({ ref, certificate, grade, dispatched }) => [ref, certificate, grade, dispatched])).toEqual([[null, 'disability', 1, false], ['工号 7', 'military', 9, false], [null, 'disability', 3, true]]);
});
