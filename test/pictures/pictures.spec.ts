import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { allPages, statesOf } from '../browser/support/pages.js';
import { leaveBrowser, ordinary, startVisit } from '../browser/support/visit.js';
import { mouseVisitor } from '../browser/support/visitors.js';
import { lighter } from './lighter.js';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/images/guide');

/** File of a picture, the registered state that it shows, and the heading before which it ends where the page is long. */
const PICTURES: readonly (readonly [file: string, state: string, until?: string])[] = [
  ['clerk-tasks', 'filing.tasks · late'], ['clerk-facts', 'filing.facts · filled'], ['clerk-import', 'filing.upload · checked', '上传花名册'], ['clerk-trial', 'filing.trial · sum', '看过但没有用上的规定'], ['clerk-done', 'filing.submitted · opened'],
  ['reviewer-queue', 'review.queue · filled'], ['reviewer-one', 'review.one · checking'], ['reviewer-conflict', 'comparison.conflict · open'], ['reviewer-line', 'review.line · doubtful'], ['reviewer-return', 'review.return · filled'],
  ['reviewer-finish', 'review.finish · second'], ['reviewer-objection', 'review.objection · filled'],
];

beforeAll(() => mkdirSync(FOLDER, { recursive: true }));
afterAll(leaveBrowser);

async function pictureOf(page: Page, until: string | undefined): Promise<Buffer> {
  const main = page.locator('main');
  const box = await main.boundingBox();
  if (box === null) throw new Error('nothing to take a picture of');
  const end = until === undefined ? null : await main.getByRole('heading', { name: until, exact: true }).boundingBox();
  if (end === null) return main.screenshot();
  return page.screenshot({ fullPage: true, clip: { ...box, height: end.y - box.y } });
}

it.each(PICTURES)('%s', async (file, name, until) => {
  const found = statesOf(allPages).find((state) => state.name === name);
  if (found === undefined) throw new Error(`no page is registered in the state ${name}`);
  const visit = await startVisit({ ...ordinary, width: 960 });
  try {
    await found.state.arrange(mouseVisitor(visit));
    writeFileSync(path.join(FOLDER, `${file}.png`), lighter(await pictureOf(visit.page, until)));
  } finally {
    await visit.close();
  }
});
