import { yearMonth } from '../../kernel/year-month.js';
import { goesOn, runsOf } from './reviewed.js';

describe('months that a review has counted', () => {
  it('are the spells of the year', () => {
    expect(runsOf(2024, 0)).toEqual([]);
    expect(runsOf(2024, 0b1111_1111_1111)).toEqual([{ from: '2024-01', until: '2024-12' }]);
    expect(runsOf(2024, 0b1000_0110_0001)).toEqual([{ from: '2024-01', until: '2024-01' }, { from: '2024-06', until: '2024-07' }, { from: '2024-12', until: '2024-12' }]);
  });

  it('go on behind December unless the contract ends with the year', () => {
    const [autumn, whole] = [{ from: yearMonth('2024-01'), until: yearMonth('2024-11') }, { from: yearMonth('2024-01'), until: yearMonth('2024-12') }];
    expect([goesOn(2024, autumn, null), goesOn(2024, whole, null), goesOn(2024, whole, '2024-12-31'), goesOn(2024, whole, '2025-01-01')]).toEqual([false, true, false, true]);
  });
});
