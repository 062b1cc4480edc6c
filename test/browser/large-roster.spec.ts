import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { csv } from '../fixtures/roster/gb18030.js';
import { certificateOf, citizenIdOf, goodTable, type RowValues } from '../fixtures/roster/people.js';
import { keyboardVisitor } from './support/keyboard-visitor.js';
import { leaveBrowser, ordinary, startVisit, type Visit } from './support/visit.js';
import { leaving } from './support/visitors.js';

const ROWS = 100_000;
const FAULTY_EACH = 5_000;
const SLOWEST = 150_000;

const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-large-'));
const file = path.join(folder, '十万人.csv');
let visit: Visit;

/** Everybody a number of their own; every five-thousandth wage is no number. */
function person(n: number): RowValues {
  const day = new Date(Date.UTC(1970, 0, 1) + Math.floor(n / 400) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const id = citizenIdOf(n % 400, day);
  return { 公民身份号码: id, 证件号码: certificateOf(id), ...(n % FAULTY_EACH === 0 ? { 月工资: '三千' } : {}) };
}

beforeAll(async () => {
  writeFileSync(file, `\ufeff${csv(goodTable(ROWS, person))}`);
  visit = await startVisit(ordinary);
});

afterAll(async () => {
  await visit.close();
  await leaveBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** What live regions say, over all pages from now on. */
async function listen(page: Page): Promise<readonly string[]> {
  const said: string[] = [];
  await page.exposeFunction('said', (words: string) => { said.push(words); });
  await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((changes) => {
      const regions = new Set(changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[role=status]') ?? null));
      regions.forEach((region) => { if (region?.textContent?.trim()) (globalThis as unknown as { said(words: string): void }).said(region.textContent.trim()); });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }));
  return said;
}

it('roster · 100,000 rows · B27 a status page at once, B17 progress said once a step, the errors found by keyboard', async () => {
  const { page } = visit;
  const said = await listen(page);
  const visitor = keyboardVisitor(visit);
  await visitor.open('/levy/roster');
  await visitor.fill('q', '370303');
  await visitor.fill('year', '2024');
  await visitor.choose('kind', 'enterprise');
  await visitor.fill('average', '240000');
  await visitor.fill('totalWages', '24000000000');
  await visitor.submit();
  await page.locator('main [name="file"]').setInputFiles(file);
  await visitor.submit();

  expect(new URL(page.url()).pathname).toMatch(/^\/levy\/roster\/status\//);
  const link = page.locator('#status-link');
  await link.focus();
  for (const until = Date.now() + SLOWEST; Date.now() < until && await page.locator('[data-final]').count() === 0;) await pause(100);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('status-link');
  expect(said.filter((words, index) => words === said[index - 1])).toEqual([]);
  expect(said.length).toBeGreaterThan(0);

  await leaving(page, () => page.keyboard.press('Enter'));
  expect(new URL(page.url()).pathname).toMatch(/^\/levy\/roster\/result\//);
  await visitor.follow('/levy/roster/errors/');
  const main = await page.locator('main').ariaSnapshot();
  expect(main).toContain('月工资');
  expect(main).toContain(`${FAULTY_EACH + 1}`);
  const regions = await page.locator('main .zj-table-region').count();
  const reached = new Set<string>();
  for (let press = 0; press < 200 && reached.size < regions; press++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => (document.activeElement?.matches('.zj-table-region') ? document.activeElement.getAttribute('aria-label') : null));
    if (name !== null) reached.add(name);
  }
  expect(reached.size).toBe(regions);
  expect(visit.complaints()).toEqual([]);
});
