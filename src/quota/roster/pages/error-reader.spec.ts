import type { RowError, RowErrorCode } from '../domain/faults.js';
import type { ErrorGroup } from '../domain/outcome.js';
import { MOST_ROWS_A_GROUP } from './error-groups.js';
import { readGroups } from './error-reader.js';

const error = (row: number, code: RowErrorCode, column: string): RowError => ({ row, column, code, params: { cell: `C${row}` } });
const group = (code: RowErrorCode, column: string, rows: number, firstRow: number): ErrorGroup => ({ code, column, rows, firstRow });

const WAGE = 'roster.row.wage_negative';
const CHECK = 'roster.row.citizen_id.check_digit';

describe('readGroups', () => {
  const all: readonly RowError[] = [
    ...Array.from({ length: 5000 }, (_, index) => error(index + 2, WAGE, '月工资')),
    error(5002, WAGE, '月工资'), error(5002, CHECK, '身份证号'),
    ...Array.from({ length: 3000 }, (_, index) => error(index + 5003, WAGE, '月工资')),
  ];
  const asked: [number, number][] = [];
  const read = async (from: number, count: number): Promise<readonly RowError[]> => {
    asked.push([from, count]);
    return all.slice(from, from + count);
  };
  const groups = [group(WAGE, '月工资', 8001, 2), group(CHECK, '身份证号', 1, 5002)];

  test('a frequent cause is cut, a rare one far behind is found', async () => {
    const [wage, check] = await readGroups(groups, read);
    expect(wage?.errors).toHaveLength(MOST_ROWS_A_GROUP);
    expect(wage?.errors[0]).toEqual(error(2, WAGE, '月工资'));
    expect(check?.errors).toEqual([error(5002, CHECK, '身份证号')]);
    // Far fewer than all of them.
    expect(asked.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(2500);
  });

  test('nothing wrong, nothing read', async () => {
    asked.length = 0;
    expect(await readGroups([], read)).toEqual([]);
    expect(asked).toEqual([]);
  });
});
