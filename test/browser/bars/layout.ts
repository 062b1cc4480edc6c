import type { Page } from 'playwright-core';
import type { Bar } from '../support/rounds.js';
import { inMode, largest, largestNarrow, narrow, type Mode } from '../support/modes.js';

/** Runs in the page: what makes it scroll sideways, and parts that scroll without a name or without the keyboard. */
function sideways(): string[] {
  const told = (element: Element): string => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${[...element.classList].join('.')}`;
  const findings: string[] = [];
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element): boolean => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  const inScroller = (element: Element | null): boolean => element !== null && element !== document.documentElement && (scrolls(element) || inScroller(element.parentElement));
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1 && !inScroller(element.parentElement));
    findings.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px: ${wide.slice(-5).map(told).join(', ')}`);
  }
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!scrolls(element) || element.scrollWidth <= element.clientWidth + 1 || element instanceof HTMLTextAreaElement) continue;
    const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('');
    const name = (element.getAttribute('aria-label') ?? labels).trim();
    if (element.tabIndex < 0 || element.getAttribute('role') !== 'region' || name === '') findings.push(`scrolls sideways without focus, role region and name: ${told(element)}`);
  }
  return findings;
}

/** Runs in the page: text that its box cuts off, and pieces of text that lie on one another. */
function damaged(): string[] {
  const told = (element: Element): string => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${[...element.classList].join('.')}`;
  const cut = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  /** There for screen readers alone: out of the flow and clipped to nothing. */
  const clipped = (element: Element | null): boolean => {
    if (element === null) return false;
    const { position, clip, clipPath } = getComputedStyle(element);
    return (position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')) || clipped(element.parentElement);
  };
  const hiddenOnPurpose = (element: Element): boolean => !element.checkVisibility({ visibilityProperty: true }) || element.closest('.govuk-skip-link') !== null || clipped(element);
  const findings: string[] = [];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (hiddenOnPurpose(element) || (element.textContent ?? '').trim() === '') continue;
    const style = getComputedStyle(element);
    const beyond = (cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1) || (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (beyond) findings.push(`cut off: ${told(element)}: ${(element.textContent ?? '').trim().slice(0, 30)}`);
  }
  // Chinese breaks after every character: a column that gives way shrinks to one of them.
  for (const cell of document.querySelectorAll<HTMLElement>('.zj-table-region :is(td, th)')) {
    const style = getComputedStyle(cell);
    const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (!hiddenOnPurpose(cell) && /[\u4e00-\u9fff]{4}/.test(cell.textContent ?? '') && room < parseFloat(style.fontSize) * 2) findings.push(`a column of one character: ${told(cell)}: ${(cell.textContent ?? '').trim().slice(0, 30)}`);
  }
  for (const field of document.querySelectorAll<HTMLElement>('input:not([type=hidden], [type=radio], [type=checkbox], [type=file])')) {
    if (!hiddenOnPurpose(field) && field.scrollHeight > field.clientHeight + 1) findings.push(`too low for its text: ${told(field)}`);
  }
  for (const button of document.querySelectorAll<HTMLElement>('button, .govuk-button, .govuk-tag')) {
    if (hiddenOnPurpose(button)) continue;
    const box = button.getBoundingClientRect();
    const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (!text.parentElement || hiddenOnPurpose(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const words = range.getBoundingClientRect();
      if (words.left < box.left - 1 || words.right > box.right + 1 || words.top < box.top - 1 || words.bottom > box.bottom + 1) findings.push(`words outside their button: ${told(button)}`);
    }
  }
  type Line = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly text: Text };
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const parent = text.parentElement;
    if (!parent || text.data.trim() === '' || hiddenOnPurpose(parent) || parent.closest('svg, select, option')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    // Boxes of letters are higher than what is drawn of them.
    for (const { left, right, top, bottom, height } of range.getClientRects()) lines.push({ left, right, top: top + height * 0.2, bottom: bottom - height * 0.2, text });
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((line, index) => {
    for (let next = index + 1; next < lines.length; next++) {
      const other = lines[next] as Line;
      if (other.top >= line.bottom - 1) break;
      if (other.text !== line.text && Math.min(line.right, other.right) - Math.max(line.left, other.left) > 2) findings.push(`lie on one another: ${line.text.data.trim().slice(0, 20)} | ${other.text.data.trim().slice(0, 20)}`);
    }
  });
  return findings;
}

/** Runs in the page: what can be pressed and is smaller than `least`. Links inside a sentence are excepted (WCAG 2.5.5). */
function small(least: number): string[] {
  const findings: string[] = [];
  const inSentence = (element: Element): boolean => {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    const links = [...(block?.querySelectorAll('a') ?? [])].map((link) => link.textContent ?? '').join('');
    return (block?.textContent ?? '').replace(/\s/g, '').length > links.replace(/\s/g, '').length;
  };
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.govuk-skip-link:not(:focus)') || inSentence(element)) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < least - 0.5 || height < least - 0.5) findings.push(`${Math.round(width)} × ${Math.round(height)} px: ${element.tagName.toLowerCase()} ${(element.textContent ?? '').trim().slice(0, 30) || element.getAttribute('name')}`);
  }
  return findings;
}

/** Calls `look` with more space in the text (WCAG 1.4.12) or with larger text (1.4.4), as a reader's own style would set it. */
async function withStyle(page: Page, style: string, look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, style);
  try {
    return await look();
  } finally {
    await page.evaluate(() => { document.adoptedStyleSheets = []; });
  }
}

const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';
const DOUBLE = 'html { font-size: 200% !important; }';

const whole = async (page: Page): Promise<readonly string[]> => [...await page.evaluate(sideways), ...await page.evaluate(damaged)];

const wholeIn = (mode: Mode, style: string | null) => ({ page }: { readonly page: Page }): Promise<readonly string[]> =>
  inMode(page, mode, () => (style === null ? whole(page) : withStyle(page, style, () => whole(page))));

const ordinaryLook: Mode = { ...narrow, name: 'ordinary', width: 1280 };

export const narrowBar: Bar = { name: 'B8 no sideways scroll at 320 px', look: ({ page }) => inMode(page, narrow, () => page.evaluate(sideways)) };

export const layoutBars: readonly Bar[] = [
  narrowBar,
  { name: 'B8 no sideways scroll at 320 px in 特大', look: ({ page }) => inMode(page, largestNarrow, () => page.evaluate(sideways)) },
  { name: 'B9 nothing cut off', look: ({ page }) => page.evaluate(damaged) },
  { name: 'B9 nothing cut off in 特大 at 320 px', look: wholeIn(largestNarrow, null) },
  { name: 'B9 nothing cut off with wide text spacing', look: wholeIn(ordinaryLook, SPACING) },
  { name: 'B9 nothing cut off with wide text spacing at 320 px', look: wholeIn(narrow, SPACING) },
  { name: 'B9 nothing cut off at 200 % text', look: wholeIn(ordinaryLook, DOUBLE) },
  { name: 'B10 targets of 44 px', look: ({ page }) => page.evaluate(small, 44) },
  { name: 'B10 targets of 44 px at 320 px', look: ({ page }) => inMode(page, narrow, () => page.evaluate(small, 44)) },
  { name: 'B10 targets of 60 px in 特大', look: ({ page }) => inMode(page, largest, () => page.evaluate(small, 60)) },
];
