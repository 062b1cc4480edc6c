import { allPages, statesOf } from './support/pages.js';
import { leaveBrowser, ordinary, startVisit } from './support/visit.js';
import { mouseVisitor } from './support/visitors.js';

afterAll(leaveBrowser);

it.each(['review.statement · own', 'review.statement · all', 'review.lines · all'])('%s: at 320 px the last column is in sight without a sideways scroll', async (name) => {
  const found = statesOf(allPages).find((state) => state.name === name);
  if (found === undefined) throw new Error(`no page is registered in the state ${name}`);
  const visit = await startVisit({ ...ordinary, width: 320 });
  try {
    await found.state.arrange(mouseVisitor(visit));
    const region = visit.page.locator('.zj-table-region:has(.zj-stacked)').first();
    expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(await region.locator('tbody tr td:last-child').first().isVisible()).toBe(true);
  } finally {
    await visit.close();
  }
});
