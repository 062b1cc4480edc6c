import type { LineRule } from '../../counting/index.js';
import type { MonthsVerdict, PersonLine } from '../domain/outcome.js';
import { monthRuns, personRow } from './person-row.js';

const month = (number: number): string => `2024-${String(number).padStart(2, '0')}`;
const months = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, index) => month(from + index));
const rule = (parameter: string): LineRule => ({ parameter, from: '2015-01-01', reference: { title: '某文件', article: null, href: null }, confirmed: false });
const finding = (answer: 'unmet' | 'unknown_fact', rules: readonly number[]): MonthsVerdict['findings'][number] =>
  ({ condition: 'wage_at_least_minimum', answer, code: 'counting.finding.wage_unknown', params: {}, source: 'employer', rules });

const line = (verdicts: readonly MonthsVerdict[]): PersonLine => ({ row: 8, citizenId: '990*************1X', certificate: 'disability', grade: 1, counts: 'own', verdicts });

describe('personRow', () => {
  const row = personRow(line([
    { months: [month(1), ...months(10, 12)], counted: false, weight: 0, provisional: false, findings: [finding('unmet', [1, 0]), finding('unknown_fact', [])] },
    { months: months(2, 6), counted: true, weight: 2, provisional: false, findings: [] },
    { months: months(7, 9), counted: true, weight: 2, provisional: true, findings: [finding('unknown_fact', [9])] },
  ]), [rule('minimum_wage'), rule('counting.conditions')]);

  test('twelve cells, in the order of the year', () => {
    expect(row.cells.map(({ kind, weight }) => `${kind[0]}${weight}`).join(' ')).toBe('r0 c2 c2 c2 c2 c2 p2 p2 p2 r0 r0 r0');
    expect(row.weight).toBe(16);
  });

  test('a refused month is told what is unmet only; rules are looked up by place', () => {
    expect(row.reasons.map(({ months: told, counted, finding: { answer }, rules }) => [told, counted, answer, rules.map(({ parameter }) => parameter)])).toEqual([
      [[1, 10, 11, 12], false, 'unmet', ['counting.conditions', 'minimum_wage']],
      [[7, 8, 9], true, 'unknown_fact', []],
    ]);
  });
});

test('neighbouring months are told as runs', () => {
  expect(monthRuns([1, 10, 11, 12])).toEqual([[1, 1], [10, 12]]);
  expect(monthRuns([])).toEqual([]);
  expect(monthRuns([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toEqual([[1, 12]]);
});
