import type { Page } from 'playwright-core';

export type AxeFinding = { readonly rule: string; readonly place: string; readonly words: string };

type Reviewed = {
  readonly rule: RegExp;
  readonly words: RegExp;
  /** Only inside such an element. */
  readonly inside?: string;
  /** Only around such an element. */
  readonly around?: string;
  /** Only in such a look. */
  readonly look?: RegExp;
  readonly reason: string;
};

/** What axe cannot decide by itself (`incomplete`), judged by a person. Anything else that it is not sure of fails the check. */
const REVIEWED: readonly Reviewed[] = [
  {
    rule: /^color-contrast/, words: /1:1 contrast ratio/, look: /^forced colours$/,
    reason: 'axe reads -webkit-text-fill-color, which forced colours leave as the page set it. Chromium draws the text in the colour of the system (B7 and the picture in docs show it).',
  },
  {
    rule: /^color-contrast/, words: /contains an image node|too short to determine/, inside: 'figure.zj-chart svg',
    reason: 'Words of a chart. Their colour is the token of text on the ground of the page, which test/ui/tokens.spec.ts measures; axe cannot see the ground of an SVG.',
  },
  {
    rule: /^color-contrast/, words: /only non-text characters/, inside: '.govuk-pagination__item--ellipsis',
    reason: 'The three points between page numbers, in the colour of text.',
  },
  {
    rule: /^th-has-data-cells$/, words: /missing or empty/, around: 'tbody > tr > th[scope=rowgroup]:only-child',
    reason: 'A place heads the rows of its own tbody (scope=rowgroup, HTML standard 4.9.10). axe looks for data in the row of the heading alone.',
  },
];

/** Entries for any look are met in the ordinary one. */
const ORDINARY_LOOK = /^ordinary$/;

const needed = new Set<Reviewed>();

export async function reviewed(page: Page, { rule, place, words }: AxeFinding, look: string): Promise<boolean> {
  for (const entry of REVIEWED) {
    if (!entry.rule.test(rule) || !entry.words.test(words) || (entry.look && !entry.look.test(look))) continue;
    const fits = await page.locator(place).first().evaluate((element, { inside, around }) =>
      (inside === undefined || element.closest(inside) !== null) && (around === undefined || element.querySelector(around) !== null), { inside: entry.inside, around: entry.around });
    if (!fits) continue;
    needed.add(entry);
    return true;
  }
  return false;
}

/** Entries that nothing needed in a round of these looks. */
export const unneeded = (looks: readonly string[]): readonly string[] =>
  REVIEWED.filter((entry) => looks.some((look) => (entry.look ?? ORDINARY_LOOK).test(look)) && !needed.has(entry)).map(({ reason }) => reason);
