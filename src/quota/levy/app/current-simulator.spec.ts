import { fixedClock, type Clock } from '../../../kernel/clock.js';
import { aCase, shippedPolicy } from '../../../../test/support/levy.js';
import { CurrentSimulator } from './current-simulator.js';

it('opens a new year at midnight in China, and keeps one simulator through the day', () => {
  let clock: Clock = fixedClock('2025-12-31T15:59:59Z');
  const simulators = new CurrentSimulator(shippedPolicy(), { now: () => clock.now(), today: () => clock.today() });
  const lastDay = simulators.get();
  expect(lastDay.run(aCase({ baseYear: 2026 }), { statement: false })).toMatchObject({ ok: false, error: { errors: [{ code: 'levy.case.base_year_in_future' }] } });
  expect(simulators.get()).toBe(lastDay);
  clock = fixedClock('2025-12-31T16:00:00Z');
  expect(simulators.get()).not.toBe(lastDay);
  expect(simulators.get().today).toBe('2026-01-01');
});
