import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Bar } from '../support/rounds.js';
import { darkContrast, forcedColours, inMode, MODES, type Mode } from '../support/modes.js';
import { reviewed, type AxeFinding } from './axe-reviewed.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** 7:1 for text, 4.5:1 for large text (WCAG 1.4.6); the other AAA rules of axe ask for what the bars below ask for. */
const CONTRAST = 'color-contrast-enhanced';
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** All that can change where the page is the same but for its colours. */
const OF_COLOURS: RunOptions = { runOnly: { type: 'rule', values: COLOUR_RULES } };
/** All rules of the tags, none switched off, and those of enhanced contrast. */
const OF_EVERYTHING: RunOptions = { runOnly: { type: 'tag', values: TAGS }, rules: { [CONTRAST]: { enabled: true } } };
/**
 * Other words, larger ones and a narrow window leave the colours as they are (test/ui/assets.spec.ts holds the styles to it): those are
 * measured on the same page in Chinese. They are half of the work of axe.
 */
const BUT_COLOURS: RunOptions = { runOnly: { type: 'tag', values: TAGS }, rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])) };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  // axe, once it was put into the page; the service has no frames, so that one is enough.
  var axe: { run(context: Document, options: RunOptions): Promise<AxeResults> } | undefined;
}

/** Parts of the page that are folded are judged only once they are unfolded. */
export async function runAxe(page: Page, rules: RunOptions): Promise<{ readonly violations: readonly AxeFinding[]; readonly uncertain: readonly AxeFinding[] }> {
  if (!await page.evaluate(() => globalThis.axe !== undefined)) await page.evaluate(source);
  return page.evaluate(async (options) => {
    if (!globalThis.axe) throw new Error('axe is not in the page');
    const { violations, incomplete } = await globalThis.axe.run(document, { ...options, resultTypes: ['violations', 'incomplete'] });
    const findings = (results: typeof violations): AxeFinding[] => results.flatMap(({ id, nodes }) => nodes.map((node) => ({
      rule: id, place: node.target.join(' '), words: (node.failureSummary ?? '').split('\n').slice(1).join(';').trim(),
    })));
    return { violations: findings(violations), uncertain: findings(incomplete) };
  }, rules);
}

const ORDINARY = 'ordinary';

const told = ({ rule, place, words }: AxeFinding): string => `${rule}: ${place}: ${words}`;

async function findings(page: Page, look: string, rules: RunOptions): Promise<readonly string[]> {
  const { violations, uncertain } = await runAxe(page, rules);
  const open: AxeFinding[] = [];
  for (const finding of uncertain) if (!await reviewed(page, finding, look)) open.push(finding);
  return [...violations.map(told), ...open.map((finding) => `a person has to judge: ${told(finding)}`)];
}

/** B1 and B3 share one run of axe. */
const contrasts = new WeakMap<Page, readonly string[]>();

export const axeBars: readonly Bar[] = [
  {
    name: 'B1 no axe finding',
    look: async ({ page }) => {
      const all = await findings(page, ORDINARY, OF_EVERYTHING);
      contrasts.set(page, all.filter((told) => told.includes(CONTRAST)));
      return all.filter((told) => !told.includes(CONTRAST));
    },
  },
  { name: 'B3 text contrast 7:1', look: async ({ page }) => contrasts.get(page) ?? ['axe did not run'] },
];

/** Other colours leave everything else as it is. Contrast of 7:1 in the other looks is held by the tokens (test/ui/tokens.spec.ts). */
const rulesFor = (mode: Mode): RunOptions => (mode === forcedColours || mode === darkContrast ? OF_COLOURS : BUT_COLOURS);

/** The same rules where the page looks different. */
export const axeModeBars: readonly Bar[] = MODES.map((mode) => ({
  name: `B2 no axe finding, ${mode.name}`,
  look: ({ page }) => inMode(page, mode, () => findings(page, mode.name, rulesFor(mode))),
}));

/** For rounds in other words (English, 易读): everything at once. */
export const axeWhole = (what: string): Bar => ({ name: `B2 no axe finding, ${what}`, look: ({ page }) => findings(page, what, BUT_COLOURS) });
