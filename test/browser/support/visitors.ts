import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cookie, Locator, Page } from 'playwright-core';
import { localPath } from '../../../src/ui/layout/page-context.js';
import type { Visitor } from '../../../src/ui/page-registry.js';
import { endSession, enterOwing } from './newcomers.js';
import { enterAs, knownPath } from './people.js';
import type { Visit } from './visit.js';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
const SLOWEST = 60_000;
const LEFT = 'data-left';

export const fixtureFile = (name: string): string => path.join(FIXTURES, name);

/** Does something that leads to another page, or to the same one anew, and waits until that stands. Works without script too. */
export async function leaving(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate((mark) => document.querySelector('main')?.setAttribute(mark, ''), LEFT);
  await act();
  const until = Date.now() + SLOWEST;
  while (Date.now() < until) {
    // While the page changes there is no page to ask.
    const arrived = await page.evaluate((mark) => document.readyState === 'complete' && document.querySelector(`main:not([${mark}])`) !== null, LEFT).catch(() => false);
    if (arrived) return;
    await pause(10);
  }
  throw new Error(`still on ${page.url()}`);
}

/** Cookies of visitors who have prepared something, for those who come after them in the same round. */
const prepared = new Map<string, readonly Cookie[]>();

/** Does what the registry asks, with the mouse where the browser has script and where it has none. */
export function mouseVisitor({ page, context, origin, options }: Visit): Visitor {
  const field = (name: string): Locator => page.locator(`main [name="${name}"]`);
  return {
    open: async (address) => { await page.goto(origin + localPath(options.language, knownPath(address)), { waitUntil: 'load' }); },
    fill: (name, value) => field(name).fill(value),
    choose: async (name, value) => {
      const select = page.locator(`main select[name="${name}"]`);
      if (await select.count() > 0) await select.selectOption(value);
      else await page.locator(`main input[name="${name}"][value="${value}"]`).check();
    },
    upload: (name, fixture) => field(name).setInputFiles(fixtureFile(fixture)),
    submit: async (name) => {
      // A list of suggestions lies over what follows its field until the field is left.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await leaving(page, () => buttonOf(page, name).click());
    },
    signIn: (role) => enterAs({ context, origin }, role),
    owes: (step) => enterOwing({ context, origin }, step),
    sessionEnds: () => endSession(context),
    follow: (address) => leaving(page, () => page.locator(linkTo(localPath(options.language, knownPath(address)))).first().click()),
    prepared: async (name, act) => {
      const key = [name, options.language, options.script, options.display].join();
      const cookies = prepared.get(key);
      if (cookies) return context.addCookies([...cookies]);
      await act();
      prepared.set(key, await context.cookies());
    },
  };
}

export const linkTo = (start: string): string => `a[href^="${start}"]:not(.govuk-skip-link)`;

/** The first button that sends a form of main: of any, of the form that goes to a path, or the button of a name. */
export const sendingButton = (which: string | undefined): string => {
  const sends = 'button:not([type=button])';
  if (which === undefined) return `main form ${sends}`;
  return which.startsWith('/') ? `main form[action$="${which}"] ${sends}` : `main ${sends}[name="${which}"]`;
};

export const buttonOf = (page: Page, which: string | undefined): Locator => page.locator(sendingButton(which)).first();
