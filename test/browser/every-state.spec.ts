import { ordinaryBars } from './bars/all.js';
import { unneeded } from './bars/axe-reviewed.js';
import { allPages, statesOf } from './support/pages.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

eachState({ states: statesOf(allPages), options: ordinary, bars: ordinaryBars });

it('every uncertain finding of axe that a person judged still occurs', () => {
  expect(unneeded()).toEqual([]);
});
