import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { allPages, statesOf } from '../browser/support/pages.js';
import { leaveBrowser, ordinary, startVisit } from '../browser/support/visit.js';
import { mouseVisitor } from '../browser/support/visitors.js';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/images/guide');

/** File of a picture, and the registered state that it shows. */
const PICTURES: readonly (readonly [file: string, state: string])[] = [
  ['clerk-tasks', 'filing.tasks · late'], ['clerk-facts', 'filing.facts · filled'], ['clerk-import', 'filing.upload · checked'], ['clerk-trial', 'filing.trial · sum'], ['clerk-done', 'filing.submitted · opened'],
  ['reviewer-queue', 'review.queue · filled'], ['reviewer-one', 'review.one · checking'], ['reviewer-conflict', 'comparison.conflict · open'], ['reviewer-line', 'review.line · doubtful'], ['reviewer-return', 'review.return · filled'],
  ['reviewer-finish', 'review.finish · second'], ['reviewer-objection', 'review.objection · filled'],
];

beforeAll(() => mkdirSync(FOLDER, { recursive: true }));
afterAll(leaveBrowser);

it.each(PICTURES)('%s', async (file, name) => {
  const found = statesOf(allPages).find((state) => state.name === name);
  if (found === undefined) throw new Error(`no page is registered in the state ${name}`);
  const visit = await startVisit({ ...ordinary, width: 960 });
  try {
    await found.state.arrange(mouseVisitor(visit));
    await visit.page.locator('main').screenshot({ path: path.join(FOLDER, `${file}.png`) });
  } finally {
    await visit.close();
  }
});
