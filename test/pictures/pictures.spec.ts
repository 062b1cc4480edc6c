import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { allPages, statesOf } from '../browser/support/pages.js';
import { leaveBrowser, ordinary, startVisit } from '../browser/support/visit.js';
import { mouseVisitor } from '../browser/support/visitors.js';
import { lighter } from './lighter.js';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/images/guide');

/** File of a picture, the registered state that it shows, and the heading before which it ends where the page is long. */
const PICTURES: readonly (readonly [file: string, state: string, until: string | null])[] = [
  ['clerk-tasks', 'filing.tasks · late', null], ['clerk-facts', 'filing.facts · filled', null], ['clerk-import', 'filing.upload · checked', '上传花名册'], ['clerk-trial', 'filing.trial · sum', '看过但没有用上的规定'], ['clerk-done', 'filing.submitted · opened', null],
  ['reviewer-queue', 'review.queue · filled', null], ['reviewer-one', 'review.one · checking', null], ['reviewer-conflict', 'comparison.conflict · open', null], ['reviewer-line', 'review.line · doubtful', null], ['reviewer-return', 'review.return · filled', null],
  ['reviewer-finish', 'review.finish · second', null], ['reviewer-objection', 'review.objection · filled', null],
];

beforeAll(() => mkdirSync(FOLDER, { recursive: true }));
afterAll(leaveBrowser);

async function pictureOf(page: Page, until: string | null): Promise<Buffer> {
  const main = page.locator('main');
  const box = await main.boundingBox();
  if (box === null) throw new Error('nothing to take a picture of');
  const end = until === null ? null : await main.getByRole('heading', { name: until, exact: true }).boundingBox();
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
