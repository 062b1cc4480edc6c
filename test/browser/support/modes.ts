import type { Page } from 'playwright-core';
import { displayClasses, parseDisplaySettings } from '../../../src/ui/layout/display-settings.js';

/** Another look of the same page. */
export type Mode = {
  readonly name: string;
  /** Words of the display cookie. */
  readonly display: string;
  readonly width: number;
  readonly forcedColors: boolean;
};

const WIDE = 1280;
const NARROW = 320;

export const narrow: Mode = { name: '320 px', display: '', width: NARROW, forcedColors: false };
export const forcedColours: Mode = { name: 'forced colours', display: '', width: WIDE, forcedColors: true };
export const darkContrast: Mode = { name: 'dark high contrast', display: 'dark', width: WIDE, forcedColors: false };
export const largest: Mode = { name: '特大', display: 'xlarge', width: WIDE, forcedColors: false };
export const largestNarrow: Mode = { name: '特大 at 320 px', display: 'xlarge', width: NARROW, forcedColors: false };

export const MODES: readonly Mode[] = [narrow, forcedColours, darkContrast, largest];

/**
 * Looks at the page in a mode and puts it back. The display settings are the classes that the server would set, so that an
 * answer to a form is not sent again; that the server sets these and changes nothing else is a test of display.spec.ts.
 */
export async function inMode<T>(page: Page, mode: Mode, look: () => Promise<T>): Promise<T> {
  const before = await page.evaluate(() => document.documentElement.className);
  const height = page.viewportSize()?.height ?? 900;
  await page.emulateMedia({ forcedColors: mode.forcedColors ? 'active' : 'none' });
  await page.setViewportSize({ width: mode.width, height });
  await page.evaluate((classes) => document.documentElement.classList.add(...classes), displayClasses(parseDisplaySettings(mode.display)).split(' ').filter(Boolean));
  try {
    return await look();
  } finally {
    await page.evaluate((classes) => { document.documentElement.className = classes; }, before);
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: WIDE, height });
  }
}
