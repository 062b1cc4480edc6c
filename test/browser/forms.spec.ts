import { formBars } from './bars/forms.js';
import { allPages, statesOf } from './support/pages.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

eachState({ states: statesOf(allPages), options: ordinary, bars: formBars });
