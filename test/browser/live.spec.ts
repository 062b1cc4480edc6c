import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { leaveBrowser, ordinary, startVisit, type Visit } from './support/visit.js';
import { mouseVisitor } from './support/visitors.js';

declare global {
  // What a screen reader was given to say since the watch began.
  var announcements: string[] | undefined;
}

let visit: Visit;

beforeEach(async () => { visit = await startVisit(ordinary); });
afterEach(() => visit.close());
afterAll(leaveBrowser);

/** Longer than a script waits after typing (1 s for the levy), with room for the answer: after it nothing more is to come. */
const SETTLED = 2_500;
const SLOWEST = 60_000;

/** Notes every change of words in a live region from now on. */
const watch = (page: Page): Promise<void> => page.evaluate(() => {
  globalThis.announcements = [];
  const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output:not([aria-live=off])';
  new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(live) ?? null));
    regions.forEach((region) => { if (region?.textContent?.trim()) globalThis.announcements?.push(region.textContent.trim()); });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
});

/** Everything said until silence, and at least one thing. */
async function announced(page: Page): Promise<readonly string[]> {
  const said = (): Promise<readonly string[]> => page.evaluate(() => globalThis.announcements ?? []);
  for (const until = Date.now() + SLOWEST; Date.now() < until && (await said()).length === 0;) await pause(50);
  await pause(SETTLED);
  return said();
}

const focused = (page: Page): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement).name);
const field = (name: string): string => `main [name="${name}"]`;

/** Addresses that scripts ask from now on. */
function asked({ page }: Visit): string[] {
  const paths: string[] = [];
  page.on('request', (request) => { if (['fetch', 'xhr'].includes(request.resourceType())) paths.push(new URL(request.url()).pathname); });
  return paths;
}

/** As an input method writes: the letters of a syllable one by one, then the chosen word. */
const compose = async ({ debug }: Visit, letters: string): Promise<void> => {
  for (let length = 1; length <= letters.length; length++) {
    await debug.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length });
    await pause(40);
  }
};
const commit = ({ debug }: Visit, words: string): Promise<unknown> => debug.send('Input.insertText', { text: words });

describe('levy.quick · live sum ·', () => {
  const filled = async (): Promise<void> => {
    const visitor = mouseVisitor(visit);
    await visitor.open('/levy/quick');
    for (const [name, value] of [['q', '370303'], ['year', '2024'], ['average', '200'], ['averageWage', '100000']] as const) {
      if (name === 'averageWage') await visitor.choose('how', 'average');
      await visitor.fill(name, value);
    }
    await visitor.choose('kind', 'enterprise');
    await pause(SETTLED);
    await watch(visit.page);
  };

  it('B17 says the sum once and leaves the focus where it is', async () => {
    await filled();
    await visit.page.locator(field('arrangedCount')).focus();
    await visit.page.keyboard.type('1.5', { delay: 40 });
    const said = await announced(visit.page);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/[\d,]+\.\d\d 元/);
    expect(await focused(visit.page)).toBe('arrangedCount');
  });

  it('B17 asks nothing while an input method composes', async () => {
    await filled();
    const paths = asked(visit);
    await visit.page.locator(field('arrangedCount')).focus();
    await compose(visit, 'yidianwu');
    await pause(SETTLED);
    expect(paths).toEqual([]);
    await commit(visit, '1.5');
    expect(await announced(visit.page)).toHaveLength(1);
    expect(paths).toEqual(['/levy/live']);
  });
});

describe.each([['levy.region', '/levy/region', '/levy/regions'], ['policy.list', '/policy', '/levy/regions']])('%s · look-up ·', (_page, path, source) => {
  it('B17 asks nothing while an input method composes, then says once how many it found', async () => {
    await mouseVisitor(visit).open(path);
    await watch(visit.page);
    const paths = asked(visit);
    await visit.page.locator(field('q')).focus();
    await compose(visit, 'zhangdian');
    await pause(SETTLED);
    expect(paths).toEqual([]);
    await commit(visit, '张店');
    expect(await announced(visit.page)).toEqual([expect.stringMatching(/找到 \d+ 个/)]);
    expect(paths).toEqual([source]);
    expect(await focused(visit.page)).toBe('q');
  });

  it('B6 arrows and Enter choose a place, Escape folds the list', async () => {
    await mouseVisitor(visit).open(path);
    const { page } = visit;
    await watch(page);
    await page.locator(field('q')).focus();
    await page.keyboard.insertText('张店');
    await announced(page);
    await page.keyboard.press('Escape');
    expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
    await page.keyboard.insertText('区');
    for (const until = Date.now() + SLOWEST; Date.now() < until && !await page.locator('[role=listbox]').isVisible();) await pause(50);
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(field('q')).getAttribute('aria-activedescendant')).not.toBeNull();
    await page.keyboard.press('Enter');
    expect(await page.locator('main input[type=hidden][name=region]').inputValue()).toBe('370303');
  });
});
