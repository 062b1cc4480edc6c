import { SmallPolicy, smallPolicy } from '../../../../test/fixtures/roster/small-policy.js';
import { localDate } from '../../../kernel/local-date.js';
import type { LevyCase } from './case.js';
import { assessCounted, type CountedMonths } from './counted.js';
import { LevySimulator, type PreparedCase } from './simulate.js';

const BASE: LevyCase = { id: 'c', region: '370303', baseYear: 2024, employerKind: 'enterprise', headcount: { average: '200' }, totalWages: '16000000' };
const simulator = new LevySimulator(smallPolicy satisfies SmallPolicy, localDate('2025-09-01'));
const months = (count: number): string[] => Array.from({ length: count }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`);

function counted(levyCase: LevyCase, sums: CountedMonths): unknown {
  const prepared = simulator.prepare(levyCase);
  expect(prepared).not.toHaveProperty('ok');
  return assessCounted(prepared as PreparedCase, sums, { statement: false });
}

describe('people counted elsewhere', () => {
  it('weigh as much as the same people in the case', () => {
    const arranged = [{ certificate: 'disability', grade: 1, months: months(5) }, { certificate: 'military', grade: 4, months: months(12) }] as const;
    const dispatch = [{ direction: 'in', certificate: 'disability', grade: 3, months: months(4) }, { direction: 'out', certificate: 'disability', grade: 3, months: months(7) }] as const;
    expect(counted({ ...BASE, arranged: [] }, { weightedMonths: 2 * 5 + 12 + 4, dispatchedInMonths: 4, dispatchedOutMonths: 7, people: 3 })).toEqual(simulator.run({ ...BASE, arranged, dispatch }, { statement: false }));
  });

  it('add to those whom the case names', () => {
    const dispatch = [{ direction: 'in', certificate: 'disability', grade: 2, months: months(6) }] as const;
    expect(counted({ ...BASE, arranged: [], dispatch }, { weightedMonths: 12, dispatchedInMonths: 0, dispatchedOutMonths: 0, people: 1 }))
      .toEqual(simulator.run({ ...BASE, arranged: [{ certificate: 'disability', grade: 4, months: months(12) }], dispatch }, { statement: false }));
  });

  it('may leave nobody on the staff: no average is made from nothing', () => {
    expect(counted({ ...BASE, headcount: { average: '1' }, arranged: [] }, { weightedMonths: 0, dispatchedInMonths: 0, dispatchedOutMonths: 12, people: 0 }))
      .toMatchObject({ ok: false, error: { errors: [{ pointer: '/totalWages', code: 'levy.case.staff_zero' }] } });
  });
});
