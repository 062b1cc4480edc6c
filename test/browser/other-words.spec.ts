import { easyReadBars, englishBars } from './bars/all.js';
import { unneeded } from './bars/axe-reviewed.js';
import { roundPages, statesOf } from './support/pages.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

describe('English ·', () => {
  eachState({ states: statesOf(roundPages), options: { ...ordinary, language: 'en' }, fresh: false, bars: englishBars });
});

describe('易读 ·', () => {
  eachState({ states: statesOf(roundPages.filter(({ easyRead }) => easyRead)), options: { ...ordinary, display: 'easy' }, fresh: false, bars: easyReadBars });
});

it('every uncertain finding of axe that a person judged still occurs', () => {
  expect(unneeded(['English', '易读'])).toEqual([]);
});
