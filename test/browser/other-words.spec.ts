import { axeWhole } from './bars/axe.js';
import { frameBars } from './bars/frame.js';
import { languageBar } from './bars/language.js';
import { narrowBar } from './bars/layout.js';
import { validBar } from './bars/markup.js';
import { transportBars } from './bars/transport.js';
import { unfold } from './bars/unfold.js';
import { allPages, statesOf } from './support/pages.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

describe('English ·', () => {
  eachState({ states: statesOf(allPages), options: { ...ordinary, language: 'en' }, bars: [...transportBars, validBar, languageBar, ...frameBars, unfold, axeWhole('English'), narrowBar] });
});

describe('易读 ·', () => {
  eachState({ states: statesOf(allPages.filter(({ easyRead }) => easyRead)), options: { ...ordinary, display: 'easy' }, bars: [validBar, ...frameBars, unfold, axeWhole('易读'), narrowBar] });
});
