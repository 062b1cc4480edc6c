import { monthRuns } from './month-runs.js';

it.each([[0, []], [0b1, [[1, 1]]], [0b1000_0000_0111, [[1, 3], [12, 12]]], [0b1111_1111_1111, [[1, 12]]], [0b1010, [[2, 2], [4, 4]]]])('%i runs over %j', (mask, expected) => {
  expect(monthRuns(mask)).toEqual(expected);
});
