import type { Page } from 'playwright-core';
import { pixelsChanged, readPng } from '../support/png.js';
import { darkContrast, forcedColours, inMode, type Mode } from '../support/modes.js';
import type { Bar } from '../support/rounds.js';

type Kind = { readonly key: string; readonly told: string };

/** Runs in the page: one of each kind of focusable thing. The look of a focus hangs on tag, classes and the part of the page. */
function kinds(): Kind[] {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
    if (element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const part = element.closest('header, nav, main, .zj-help, footer');
    const box = element.closest('[class]:not(a, button, input, select, textarea, summary)');
    const key = [element.tagName, element.getAttribute('type') ?? '', element.className, part?.className || part?.tagName, box?.className].join('|');
    if (found.has(key)) continue;
    found.set(key, `${element.tagName.toLowerCase()} ${(element.getAttribute('name') ?? element.textContent ?? '').trim().slice(0, 30)}`);
    element.setAttribute('data-kind', key);
  }
  return [...found].map(([key, told]) => ({ key, told }));
}

/** Room around a thing for its ring. */
const ROOM = 10;

async function ringOf(page: Page, { key, told }: Kind): Promise<string | null> {
  const thing = page.locator(`[data-kind=${JSON.stringify(key)}]`).first();
  const isSkipLink = key.includes('govuk-skip-link');
  await thing.evaluate((element: HTMLElement, focus: boolean) => {
    element.scrollIntoView({ block: 'center' });
    (document.activeElement as HTMLElement | null)?.blur();
    if (focus) element.focus();
  }, isSkipLink);
  const box = await thing.boundingBox();
  if (isSkipLink) {
    const shown = box !== null && box.height >= 24;
    await thing.evaluate((element: HTMLElement) => element.blur());
    return shown ? null : `${told}: does not appear when focused`;
  }
  if (!box) return `${told}: has no box`;
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  const left = Math.max(0, Math.floor(box.x - ROOM));
  const top = Math.max(0, Math.floor(box.y - ROOM));
  const clip = { x: left, y: top, width: Math.min(size.width, Math.ceil(box.x + box.width + ROOM)) - left, height: Math.min(size.height, Math.ceil(box.y + box.height + ROOM)) - top };
  const before = readPng(await page.screenshot({ clip }));
  await thing.evaluate((element: HTMLElement) => element.focus({ preventScroll: true }));
  const after = readPng(await page.screenshot({ clip }));
  const changed = pixelsChanged(before, after);
  // At least a line of 2 px along its longer side; of the longest of its lines, where words of a link are broken.
  const side = await thing.evaluate((element) => Math.max(...[...element.getClientRects()].flatMap(({ width, height }) => [width, height])));
  const least = 2 * Math.min(side, Math.max(clip.width, clip.height) - 2 * ROOM);
  return changed >= least ? null : `${told}: ${changed} pixels change at 3:1 or more, ${Math.round(least)} wanted`;
}

const known = new Map<string, Set<string>>();

/** Each kind once in the whole run and in every look: it has the same style wherever it stands. */
async function newRings(page: Page, look: string): Promise<readonly string[]> {
  const seen = known.get(look) ?? new Set<string>();
  known.set(look, seen);
  const findings: string[] = [];
  // A key was the last thing pressed, so that :focus-visible applies.
  await page.keyboard.press('Tab');
  for (const kind of await page.evaluate(kinds)) {
    if (seen.has(kind.key)) continue;
    seen.add(kind.key);
    const finding = await ringOf(page, kind);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

const inLook = (mode: Mode): Bar => ({ name: `B7 focus visible, ${mode.name}`, look: ({ page }) => inMode(page, mode, () => newRings(page, mode.name)) });

export const focusBars: readonly Bar[] = [
  { name: 'B7 focus visible', look: ({ page }) => newRings(page, 'ordinary') },
  inLook(forcedColours),
  inLook(darkContrast),
];
