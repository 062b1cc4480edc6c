import { axeBars, axeModeBars } from './bars/axe.js';
import { unneeded } from './bars/axe-reviewed.js';
import { focusBars } from './bars/focus.js';
import { frameBars } from './bars/frame.js';
import { keyboardBars } from './bars/keyboard.js';
import { languageBar } from './bars/language.js';
import { layoutBars } from './bars/layout.js';
import { ariaBar, validBar } from './bars/markup.js';
import { restraintBars } from './bars/restraint.js';
import { transportBars } from './bars/transport.js';
import { unfold } from './bars/unfold.js';
import { allPages, statesOf } from './support/pages.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

eachState({
  states: statesOf(allPages),
  options: ordinary,
  bars: [
    ...transportBars, validBar, languageBar, ...frameBars, ariaBar, unfold, ...restraintBars,
    ...axeBars, ...axeModeBars, ...layoutBars, ...keyboardBars.slice(0, 1), ...focusBars, ...keyboardBars.slice(1),
  ],
});

it('every uncertain finding of axe that a person judged still occurs', () => {
  expect(unneeded()).toEqual([]);
});
