import { ordinaryBars } from './bars/all.js';
import { unneeded } from './bars/axe-reviewed.js';
import { MODES } from './support/modes.js';
import { roundPages, statesOf } from './support/pages.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

eachState({ states: statesOf(roundPages), options: ordinary, fresh: true, bars: ordinaryBars });

it('every uncertain finding of axe that a person judged still occurs', () => {
  expect(unneeded(['ordinary', ...MODES.map(({ name }) => name)])).toEqual([]);
});
