import type { Bar } from '../support/rounds.js';

/** Folded parts are parts of the page: the bars after this one look at them too. */
export const unfold: Bar = {
  name: 'what is folded can be unfolded',
  look: ({ page }) => page.evaluate(() => {
    const folded = [...document.querySelectorAll('details')];
    folded.forEach((details) => { details.open = true; });
    return folded.filter((details) => !details.querySelector('summary')?.textContent?.trim()).map(() => 'details without summary');
  }),
};
