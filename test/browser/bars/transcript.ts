import { Virtual } from '@guidepup/virtual-screen-reader';
import { JSDOM } from 'jsdom';
import { againstGolden } from '../support/golden.js';
import { fileOf } from '../support/pages.js';
import type { Bar } from '../support/rounds.js';

/** A table of thousands of rows is read in one way; its beginning tells it. */
const MOST_PHRASES = 400;

/** What a screen reader would say from the first line of main to the last (all of the page for the home page). */
export async function transcript(html: string, part: 'body' | 'main'): Promise<readonly string[]> {
  const { window } = new JSDOM(html);
  const reader = new Virtual();
  const container = window.document.querySelector<HTMLElement>(part);
  if (!container) return ['there is no main'];
  await reader.start({ container, window: window as unknown as Window & typeof globalThis });
  const start = await reader.lastSpokenPhrase();
  const phrases = [start];
  for (let phrase = ''; phrases.length < MOST_PHRASES; phrases.push(phrase)) {
    await reader.next();
    phrase = await reader.lastSpokenPhrase();
    if (phrase === `end of ${part === 'body' ? 'document' : 'main'}`) break;
  }
  await reader.stop();
  window.close();
  return phrases;
}

export const transcriptBar: Bar = {
  name: 'B12 read by a screen reader as in the golden transcript',
  look: async ({ document }, state) => {
    const phrases = await transcript(await document().text(), state.page.id === 'home' ? 'body' : 'main');
    return againstGolden(`transcripts/${fileOf(state)}.txt`, phrases.join('\n'));
  },
};
