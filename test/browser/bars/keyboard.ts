import type { Page } from 'playwright-core';
import { difference } from '../support/golden.js';
import type { Bar } from '../support/rounds.js';
import type { Visit } from '../support/visit.js';

type Stop = { readonly place: number; readonly covered: string | null };
type Wanted = { readonly told: string; /** Places that count as this stop. */ readonly places: number[] };
type Noted = { stops: Element[]; seen: Stop[] };
declare global {
  // Kept in the page while the keyboard walks through it.
  var keyboardNotes: Noted | undefined;
}

/** Runs in the page: what Tab has to reach, in the order of the document, and a note of every focus. A group of radios is one stop. */
function noteFocus(): Wanted[] {
  const told = (element: Element): string => `${element.tagName.toLowerCase()} ${(element.getAttribute('name') ?? element.textContent ?? '').trim().slice(0, 30)}`;
  const inGroup = (radio: HTMLInputElement): HTMLInputElement[] =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter((other) => other.name === radio.name && other.form === radio.form && other.checkVisibility());
  const wanted = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')].filter((element) => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = inGroup(element);
    return (group.find(({ checked }) => checked) ?? group[0]) === element;
  });
  const stops: Element[] = [...wanted];
  const notes: Noted = { stops, seen: [] };
  globalThis.keyboardNotes = notes;
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    let place = notes.stops.indexOf(target);
    if (place < 0) place = notes.stops.push(target) - 1;
    // A point in the middle of its first line: what lies there must be the thing itself or a part of it (its label, for a radio).
    const [box] = target.getClientRects();
    const x = box ? Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1) : 0;
    const y = box ? Math.min(Math.max(box.top + Math.min(box.height / 2, 40), 0), innerHeight - 1) : 0;
    const top = document.elementFromPoint(x, y);
    const labels = target instanceof HTMLInputElement ? [...(target.labels ?? [])] : [];
    const free = !box || !top || target.contains(top) || top.contains(target) || labels.some((label) => label.contains(top));
    const inView = !box || (box.bottom > 0 && box.top < innerHeight);
    notes.seen.push({ place, covered: free && inView ? null : `${told(target)} is ${inView ? `covered by ${top ? told(top) : 'nothing'}` : 'out of sight'}` });
  });
  return wanted.map((element, place) => {
    const others = element instanceof HTMLInputElement && element.type === 'radio' ? inGroup(element).filter((radio) => radio !== element) : [];
    return { told: told(element), places: [place, ...others.map((radio) => stops.push(radio) - 1)] };
  });
}

/** Puts the starting point of the keyboard to the beginning of the page. */
export const toBeginning = (page: Page): Promise<void> => page.evaluate(() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
});

const SHIFT = 8;

/** Presses Tab many times; the keys are sent one behind the other without waiting for each to be answered. */
async function walk({ page, debug }: Visit, modifiers: 0 | typeof SHIFT, times: number): Promise<readonly Stop[]> {
  await page.evaluate(() => { if (globalThis.keyboardNotes) globalThis.keyboardNotes.seen = []; });
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers };
  await Promise.all(Array.from({ length: times }, () => [debug.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }), debug.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab })]).flat());
  return page.evaluate(() => globalThis.keyboardNotes?.seen ?? []);
}

/** The stops in the order in which the keys reached them; a group of radios counts once. */
function reached(wanted: readonly Wanted[], stops: readonly Stop[]): readonly string[] {
  const names = stops.map(({ place }) => wanted.findIndex(({ places }) => places.includes(place)));
  return names.filter((stop, index) => stop !== names[index - 1] || stop < 0 || wanted[stop]?.places.length === 1)
    .map((stop) => (wanted[stop] ? `${stop + 1} ${wanted[stop].told}` : 'something that is no control'));
}

export const keyboardBars: readonly Bar[] = [
  {
    name: 'B6 Tab and Shift+Tab reach everything in the order of the page, B7 nothing covers the focus',
    look: async (visit) => {
      const { page } = visit;
      const wanted = await page.evaluate(noteFocus);
      const order = wanted.map(({ told }, index) => `${index + 1} ${told}`);
      await toBeginning(page);
      const forward = await walk(visit, 0, wanted.length);
      // From behind a browser may stop at more than one radio of a group.
      const back = await walk(visit, SHIFT, wanted.reduce((presses, { places }) => presses + Math.min(places.length, 2), -1));
      const backwards = reached(wanted, [...forward.slice(-1), ...back]).slice(0, order.length);
      return [
        ...difference(order, reached(wanted, forward)).map((line) => `Tab: ${line}`),
        ...difference([...order].reverse(), backwards).map((line) => `Shift+Tab: ${line}`),
        ...new Set([...forward, ...back].flatMap(({ covered }) => (covered === null ? [] : [covered]))),
      ];
    },
  },
  { name: 'B6 arrows reach every choice', look: ({ page }) => arrows(page) },
];

async function arrows(page: Page): Promise<readonly string[]> {
  const groups = await page.evaluate(() => {
    const groups = new Map<string, number>();
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[type=radio]')) if (radio.checkVisibility()) groups.set(radio.name, (groups.get(radio.name) ?? 0) + 1);
    return [...groups];
  });
  const findings: string[] = [];
  for (const [name, count] of groups) {
    const values = new Set<string>();
    await page.locator(`input[type=radio][name="${name}"]`).first().focus();
    for (let press = 0; press < count; press++) {
      await page.keyboard.press('ArrowDown');
      values.add(await page.evaluate(() => (document.activeElement as HTMLInputElement).value));
    }
    if (values.size !== count) findings.push(`${name}: arrows reach ${values.size} of ${count}`);
  }
  return findings;
}
