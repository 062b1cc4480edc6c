import { localDate } from '../../../kernel/local-date.js';
import { filingWindow, isKnown, windowState } from './filing-window.js';

const window = filingWindow({ opens: '03-01', closes: '10-31' }, 2026);

it.each([['2026-02-28', 'early'], ['2026-03-01', 'open'], ['2026-10-31', 'open'], ['2026-11-01', 'over']] as const)('on %s the window is %s', (day, state) => {
  expect(windowState(window, localDate(day))).toBe(state);
});

it('a day that is not known stands in nobody’s way', () => {
  const unknown = filingWindow(null, 2026);
  expect([unknown, isKnown(unknown), windowState(unknown, localDate('2026-01-01'))]).toEqual([{ opens: null, closes: null }, false, 'open']);
  const half = filingWindow({ opens: null, closes: '10-31' }, 2026);
  expect([isKnown(half), windowState(half, localDate('2026-01-01')), windowState(half, localDate('2026-12-01'))]).toEqual([false, 'open', 'over']);
});
