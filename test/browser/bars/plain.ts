import type { Page } from 'playwright-core';
import { difference } from '../support/golden.js';
import type { Bar } from '../support/rounds.js';

/** Names get or lose white space where CSS makes a line of words a block; the words and their order are what counts. */
const words = (snapshot: string): string[] => snapshot.split('\n').map((line) => line.replace(/\s+/g, '')).filter((line) => line !== '');

async function withoutStyles(page: Page): Promise<string> {
  const set = (off: boolean): Promise<void> => page.evaluate((disabled) => { for (const sheet of document.styleSheets) sheet.disabled = disabled; }, off);
  await set(true);
  try {
    return await page.locator('body').ariaSnapshot();
  } finally {
    await set(false);
  }
}

export const plainBars: readonly Bar[] = [
  {
    name: 'B4 the page stands without script',
    look: ({ page }) => page.evaluate(() => {
      const findings: string[] = [];
      if (!document.querySelector('h1')?.checkVisibility()) findings.push('no visible heading');
      for (const form of document.querySelectorAll('main form')) {
        if (!form.getAttribute('action')) findings.push('a form without an address');
        if (!form.querySelector('button:not([type=button]), input[type=submit]')) findings.push(`a form without a button: ${form.getAttribute('action')}`);
      }
      for (const button of document.querySelectorAll('button[type=button], button:not(form button)')) if (button.checkVisibility()) findings.push(`a button that does nothing: ${button.textContent?.trim()}`);
      for (const link of document.querySelectorAll('a')) if (['', '#', null].includes(link.getAttribute('href')) || link.getAttribute('href')?.startsWith('javascript:')) findings.push(`a link that leads nowhere: ${link.textContent?.trim()}`);
      return findings;
    }),
  },
  {
    name: 'B5 the same without styles',
    look: async ({ page }) => difference(words(await page.locator('body').ariaSnapshot()), words(await withoutStyles(page))),
  },
];
