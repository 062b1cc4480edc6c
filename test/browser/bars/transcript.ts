import { Virtual } from '@guidepup/virtual-screen-reader';
import { JSDOM, VirtualConsole } from 'jsdom';
import { againstGolden } from '../support/golden.js';
import { fileOf, hasGolden } from '../support/pages.js';
import type { Bar } from '../support/rounds.js';

/** A table of thousands of rows is read in one way; its beginning tells it. */
const MOST_PHRASES = 400;
/** As for the golden file of roles and names. */
const FEWER_PHRASES: Readonly<Record<string, number>> = { api: 40 };

/** The simulator asks the global scope what an element is; without an answer it reads radios as text boxes. */
type Scope = { Element?: unknown; document?: unknown; getComputedStyle?: unknown };
const scope = globalThis as Scope;

let last: Promise<unknown> = Promise.resolve();

/** One page at a time: there is one global scope. */
export function transcript(html: string, part: 'body' | 'main'): Promise<readonly string[]> {
  const own = last.then(() => read(html, part));
  last = own.catch(() => undefined);
  return own;
}

/** What a screen reader would say from the first line of main to the last (all of the page for the home page). */
async function read(html: string, part: 'body' | 'main'): Promise<readonly string[]> {
  // Nobody listens: it would tell of every element that it knows no generated content, which these pages have none of.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const container = window.document.querySelector<HTMLElement>(part);
  if (!container) return [`there is no ${part}`];
  const { Element, document, getComputedStyle } = scope;
  Object.assign(scope, { Element: window.Element, document: window.document, getComputedStyle: window.getComputedStyle.bind(window) });
  const reader = new Virtual();
  try {
    await reader.start({ container, window: window as unknown as Window & typeof globalThis });
    const start = await reader.lastSpokenPhrase();
    const phrases = [start];
    for (let phrase = ''; phrases.length < MOST_PHRASES; phrases.push(phrase)) {
      await reader.next();
      phrase = await reader.lastSpokenPhrase();
      if (phrase === `end of ${part === 'body' ? 'document' : 'main'}`) break;
    }
    return phrases;
  } finally {
    await reader.stop();
    Object.assign(scope, { Element, document, getComputedStyle });
    window.close();
  }
}

export const transcriptBar: Bar = {
  name: 'B12 read by a screen reader as in the golden transcript',
  look: async ({ document }, state) => {
    if (!hasGolden(state)) return [];
    const phrases = await transcript(await document().text(), state.page.id === 'home' ? 'body' : 'main');
    return againstGolden(`transcripts/${fileOf(state)}.txt`, phrases.slice(0, FEWER_PHRASES[state.page.id] ?? MOST_PHRASES).join('\n'));
  },
};
