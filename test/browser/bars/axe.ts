import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Bar } from '../support/rounds.js';
import { inMode, MODES } from '../support/modes.js';
import { reviewed, type AxeFinding } from './axe-reviewed.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** 7:1 for text, 4.5:1 for large text (WCAG 1.4.6); the other AAA rules of axe ask for what the bars below ask for. */
const CONTRAST = 'color-contrast-enhanced';

/** All rules of the tags, none switched off, and on demand those of enhanced contrast; parts of the page that are folded are judged only once they are unfolded. */
export async function runAxe(page: Page, contrast: boolean): Promise<{ readonly violations: readonly AxeFinding[]; readonly uncertain: readonly AxeFinding[] }> {
  const options = { runOnly: { type: 'tag' as const, values: TAGS }, rules: { [CONTRAST]: { enabled: contrast } }, resultTypes: ['violations' as const, 'incomplete' as const] };
  const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  const findings = (rules: typeof violations): AxeFinding[] => rules.flatMap(({ id, nodes }) => nodes.map((node) => ({
    rule: id, place: node.target.join(' '), words: (node.failureSummary ?? '').split('\n').slice(1).join(';').trim(),
  })));
  return { violations: findings(violations), uncertain: findings(incomplete) };
}

const ORDINARY = 'ordinary';

const told = ({ rule, place, words }: AxeFinding): string => `${rule}: ${place}: ${words}`;

async function findings(page: Page, look: string): Promise<readonly string[]> {
  // Contrast of 7:1 in the other looks is held by the tokens (test/ui/tokens.spec.ts).
  const { violations, uncertain } = await runAxe(page, look === ORDINARY);
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
      const all = await findings(page, ORDINARY);
      contrasts.set(page, all.filter((told) => told.includes(CONTRAST)));
      return all.filter((told) => !told.includes(CONTRAST));
    },
  },
  { name: 'B3 text contrast 7:1', look: async ({ page }) => contrasts.get(page) ?? ['axe did not run'] },
];

/** The same rules, with contrast, where the page looks different. */
export const axeModeBars: readonly Bar[] = MODES.map((mode) => ({
  name: `B2 no axe finding, ${mode.name}`,
  look: ({ page }) => inMode(page, mode, () => findings(page, mode.name)),
}));

/** For rounds in other words (English, 易读): everything at once. */
export const axeWhole = (what: string): Bar => ({ name: `B2 no axe finding, ${what}`, look: ({ page }) => findings(page, what) });
