import type { Bar } from '../support/rounds.js';

/** Runs in the page: what this service never does (interface.md §8, B16). */
function never(): string[] {
  const told = (element: Element): string => element.outerHTML.replace(/\s+/g, ' ').slice(0, 90);
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const findings = [
    ...all('[accesskey]').map((element) => `accesskey: ${told(element)}`),
    ...all('[tabindex]').filter((element) => Number(element.getAttribute('tabindex')) > 0).map((element) => `positive tabindex: ${told(element)}`),
    ...all('meta[http-equiv=refresh i]').map((element) => `reloads by itself: ${told(element)}`),
    ...all('[autoplay], marquee, blink').map((element) => `plays by itself: ${told(element)}`),
    ...all('[draggable=true], [ondragstart]').map((element) => `drag: ${told(element)}`),
    ...all('[role=alertdialog], dialog, [popover], [class*=toast], [class*=snackbar]').map((element) => `opens over the page or vanishes: ${told(element)}`),
    ...all('*').filter((element) => /captcha|geetest|slider-verify/i.test(`${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttribute('src') ?? ''} ${element.getAttribute('name') ?? ''}`)).map((element) => `CAPTCHA: ${told(element)}`),
    ...all('*').flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => `inline ${name}: ${told(element)}`)),
    ...all('script:not([src]), style').map((element) => `inline: ${told(element)}`),
    ...all('a[target=_blank]').map((element) => `opens a window: ${told(element)}`),
    ...all('input[title], a[title], button[title]').map((element) => `title instead of words: ${told(element)}`),
    ...all('input[inputmode=none], input[readonly][type=text]').map((element) => `keeps the keyboard of the device away: ${told(element)}`),
  ];
  const hover = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if ('cssRules' in rule) hover((rule as CSSGroupingRule).cssRules);
      if (rule instanceof CSSStyleRule && /:hover/.test(rule.selectorText) && !/:focus/.test(rule.selectorText) && ['display', 'visibility', 'opacity'].some((name) => rule.style.getPropertyValue(name) !== '')) findings.push(`shows only under the mouse: ${rule.selectorText}`);
    }
  };
  for (const sheet of document.styleSheets) hover(sheet.cssRules);
  return findings;
}

export const restraintBars: readonly Bar[] = [
  { name: 'B16 nothing that this service never does', look: ({ page }) => page.evaluate(never) },
  {
    name: 'B21 nothing moves when less motion is wanted',
    look: async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const moving = await page.evaluate(() => [
        ...document.getAnimations().map((animation) => `${animation.constructor.name} ${animation.playState}`),
        ...[...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return transitionDuration.split(', ').some((time) => time !== '0s') || animationName !== 'none' || scrollBehavior === 'smooth';
        }).map((element) => `would move: ${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`),
      ]);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      return moving;
    },
  },
];
