import { easyReadBars, englishBars } from './bars/all.js';
import { allPages, statesOf } from './support/pages.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

describe('English ·', () => {
  eachState({ states: statesOf(allPages), options: { ...ordinary, language: 'en' }, bars: englishBars });
});

describe('易读 ·', () => {
  eachState({ states: statesOf(allPages.filter(({ easyRead }) => easyRead)), options: { ...ordinary, display: 'easy' }, bars: easyReadBars });
});
