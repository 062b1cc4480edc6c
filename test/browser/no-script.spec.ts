import { scriptlessBars } from './bars/all.js';
import { roundPages, fileOf, statesOf } from './support/pages.js';
import { goldenFiles } from './support/golden.js';
import { eachState } from './support/rounds.js';
import { ordinary } from './support/visit.js';

const states = statesOf(roundPages);

// Arranging each state without script is B4 for the pages one by one; whole journeys are in journeys.spec.ts.
describe('without JavaScript ·', () => {
  eachState({ states, options: { ...ordinary, script: false }, fresh: false, bars: scriptlessBars });
});

it.each(['aria', 'transcripts'])('%s: no golden file without a state', (folder) => {
  expect(goldenFiles(folder).filter((file) => !states.some((state) => fileOf(state) === file))).toEqual([]);
});
