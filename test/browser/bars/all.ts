import type { Bar } from '../support/rounds.js';
import { axeBars, axeModeBars, axeWhole } from './axe.js';
import { focusBars } from './focus.js';
import { formBars } from './forms.js';
import { frameBars } from './frame.js';
import { keyboardBars } from './keyboard.js';
import { languageBar } from './language.js';
import { layoutBars, narrowBar } from './layout.js';
import { ariaBar, validBar } from './markup.js';
import { plainBars } from './plain.js';
import { restraintBars } from './restraint.js';
import { transcriptBar } from './transcript.js';
import { transportBars } from './transport.js';
import { unfold } from './unfold.js';

/** In Chinese with everything on. */
export const ordinaryBars: readonly Bar[] = [
  ...transportBars, validBar, languageBar, ...frameBars, ariaBar, unfold, ...restraintBars,
  ...axeBars, ...axeModeBars, ...layoutBars, ...keyboardBars.slice(0, 1), ...focusBars, ...keyboardBars.slice(1),
  ...formBars,
];

/** In a browser without JavaScript; axe itself is a script and judges the pages in the other rounds. */
export const scriptlessBars: readonly Bar[] = [...plainBars, languageBar, ...frameBars, transcriptBar, narrowBar];

/** Files weigh the same in both languages. */
export const englishBars: readonly Bar[] = [...transportBars.slice(1), validBar, languageBar, ...frameBars, unfold, axeWhole('English'), narrowBar];

export const easyReadBars: readonly Bar[] = [...frameBars, unfold, axeWhole('易读'), narrowBar];

/** Every bar of every round; test/browser/planted.spec.ts shows of each that it can fail. */
export const allBars: readonly Bar[] = [...new Map([...ordinaryBars, ...scriptlessBars, ...englishBars, ...easyReadBars].map((bar) => [bar.name, bar])).values()];
