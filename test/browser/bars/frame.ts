import type { Bar } from '../support/rounds.js';

/** Runs in the page: the help block and the ways out of the web, the same and in the same place on every page. */
function help(prefix: string): string[] {
  const findings: string[] = [];
  const parts = ['header', 'main', '.zj-help', 'footer'].map((selector) => [...document.querySelectorAll(selector)].filter((part) => !part.parentElement?.closest('main')));
  parts.forEach((found, index) => { if (found.length !== 1) findings.push(`${found.length} of ${['header', 'main', 'the help block', 'footer'][index]}`); });
  const [, main, block, footer] = parts.map(([part]) => part);
  if (!main || !block || !footer) return findings;
  if (!(main.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING) || block.nextElementSibling !== footer) findings.push('the help block does not stand between main and footer');
  if (block.querySelectorAll('dt').length !== 4 || !block.querySelector('h2')) findings.push('the help block does not name its four ways');
  const links = new Set([...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')));
  for (const path of ['/help', '/help#paper', '/accessibility', '/accessibility#complaints']) if (!links.has(prefix + path)) findings.push(`no link to ${prefix}${path}`);
  return findings;
}

/** Runs in the page: every chart beside a table of the same numbers (interface.md §4). */
function charts(): string[] {
  const findings: string[] = [];
  const number = (text: string | null): number => Number((text ?? '').replace(/[^\d.-]/g, ''));
  for (const picture of document.querySelectorAll('main svg:not([aria-hidden=true], .zj-qr)')) {
    const figure = picture.closest('figure');
    const rows = [...(figure?.querySelectorAll('tbody tr') ?? [])];
    if (picture.getAttribute('role') !== 'img' || !picture.querySelector('title')?.textContent) findings.push('a picture without role img and title');
    if (!figure?.querySelector('figcaption')?.textContent?.trim() || !figure.querySelector('caption')?.textContent?.trim() || rows.length === 0) {
      findings.push('a chart without finding, table or caption');
      continue;
    }
    const cells = rows.flatMap((row) => [...row.querySelectorAll('td')].map((cell) => number(cell.textContent)));
    const bars = [...picture.querySelectorAll('g > .zj-chart__bar')].filter((bar) => bar.parentElement?.querySelector('text.zj-chart__text[text-anchor]')).map((bar) => Number(bar.getAttribute('height')));
    if (bars.length !== cells.length) findings.push(`${bars.length} bars for ${cells.length} numbers`);
    const [highest, longest] = [Math.max(...cells), Math.max(...bars)];
    bars.forEach((length, index) => {
      if (Math.abs(length / longest - (cells[index] ?? 0) / highest) > 0.01) findings.push(`bar ${index + 1} does not show ${cells[index]}`);
    });
  }
  return findings;
}

export const frameBars: readonly Bar[] = [
  { name: 'B24 every chart has its table with the same numbers', look: ({ page }) => page.evaluate(charts) },
  { name: 'B26 help block in its place, complaint and office one link away', look: ({ page, options }) => page.evaluate(help, options.language === 'en' ? '/en' : '') },
];
