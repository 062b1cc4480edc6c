import { localDate } from '../../../../kernel/local-date.js';
import { decodeDraft, encodeDraft } from './draft-codec.js';
import { EXAMPLE, isExample } from './example.js';
import { isComputable, taskStates } from './tasks.js';

const back = (draft: typeof EXAMPLE) => decodeDraft(encodeDraft(draft) as string, localDate('2026-11-21'));

it('is known again when it comes back from the browser', () => {
  expect(isExample(back(EXAMPLE))).toBe(true);
});

it('is no example any more after one changed answer', () => {
  expect(isExample(back({ ...EXAMPLE, alreadyPaid: '1.00' }))).toBe(false);
  expect(isExample({})).toBe(false);
});

it('leaves nothing to answer', () => {
  expect(isComputable(EXAMPLE)).toBe(true);
  expect(taskStates(EXAMPLE).every(({ done }) => done)).toBe(true);
});
