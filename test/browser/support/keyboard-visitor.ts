import type { Page } from 'playwright-core';
import { localPath } from '../../../src/ui/layout/page-context.js';
import type { Visitor } from '../../../src/ui/page-registry.js';
import { endSession, enterOwing } from './newcomers.js';
import { enterAs, knownPath } from './people.js';
import type { Visit } from './visit.js';
import { fixtureFile, leaving, linkTo, sendingButton } from './visitors.js';

/** More stops than any page has: whoever has pressed Tab that often goes round in circles. */
const MOST_STOPS = 500;

const isFocused = (page: Page, selector: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Presses Tab until the focus stands on what fits. It goes round once, as a person who has missed something would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isFocused(page, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector} on ${page.url()}`);
}

/** With Shift+Tab, where something stands just before the focus. */
export async function backTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isFocused(page, selector)) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`Shift+Tab does not reach ${selector} on ${page.url()}`);
}

async function pick(page: Page, name: string, value: string): Promise<void> {
  const group = `main input[name="${name}"], main select[name="${name}"]`;
  const kind = await page.locator(group).first().evaluate((element) => element.getAttribute('type') ?? element.tagName.toLowerCase());
  if (kind === 'checkbox') {
    await tabTo(page, `main input[name="${name}"][value="${value}"]`);
    return page.keyboard.press('Space');
  }
  await tabTo(page, group);
  const held = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement | HTMLSelectElement).value);
  const choices = await page.locator(kind === 'select' ? `main select[name="${name}"] option` : group).count();
  for (let press = 0; press < choices && await held() !== value; press++) await page.keyboard.press('ArrowDown');
  if (await held() !== value) throw new Error(`the arrows do not reach ${value} of ${name}`);
  if (kind !== 'select') await page.keyboard.press('Space');
}

/** Does what the registry asks with Tab, Shift+Tab, Enter, Space and the arrows alone. Addresses are typed, as with any browser. */
export function keyboardVisitor({ page, context, origin, options }: Visit): Visitor {
  return {
    open: async (address) => { await page.goto(origin + localPath(options.language, knownPath(address)), { waitUntil: 'load' }); },
    fill: async (name, value) => {
      await tabTo(page, `main [name="${name}"]`);
      await page.keyboard.press('ControlOrMeta+a');
      // An input method puts in whole words; everything else is typed key by key.
      await (/^[\x20-\x7e]*$/.test(value) ? page.keyboard.type(value) : page.keyboard.insertText(value));
    },
    choose: (name, value) => pick(page, name, value),
    upload: async (name, fixture) => {
      // The script of govuk-frontend lays a button over the field.
      await tabTo(page, `main [name="${name}"], main .govuk-file-upload-button`);
      const asked = page.waitForEvent('filechooser');
      await page.keyboard.press('Enter');
      await (await asked).setFiles(fixtureFile(fixture));
    },
    submit: async (name) => {
      await tabTo(page, sendingButton(name));
      await leaving(page, () => page.keyboard.press('Enter'));
    },
    prepared: (_name, act) => act(),
    signIn: (role) => enterAs({ context, origin }, role),
    owes: (step) => enterOwing({ context, origin }, step),
    sessionEnds: () => endSession(context),
    follow: async (address) => {
      await tabTo(page, linkTo(localPath(options.language, knownPath(address))));
      await leaving(page, () => page.keyboard.press('Enter'));
    },
  };
}
