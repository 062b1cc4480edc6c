import type { Page } from 'playwright-core';
import type { Bar } from '../support/rounds.js';

/** Runs in the page: its language, tagged runs in other scripts, headings, title. */
function language(refused: boolean | null): string[] {
  const findings: string[] = [];
  const page = document.documentElement.lang;
  const HAN = /\p{Script=Han}/gu;
  const LATIN_WORDS = /[A-Za-z][A-Za-z'’-]*(?:[ ,;:]+[A-Za-z][A-Za-z'’-]*){3,}/;
  const isChinese = (element: Element): boolean => (element.closest('[lang]')?.getAttribute('lang') ?? '').toLowerCase().startsWith('zh');
  const words = { han: 0, latin: 0 };
  const judge = (text: string, element: Element, where: string): void => {
    if (text.trim() === '' || element.closest('script, style, code, pre, samp, kbd')) return;
    const han = (text.match(HAN) ?? []).length;
    if (element.closest('[lang]') === document.documentElement) {
      words.han += han;
      words.latin += (text.match(/[A-Za-z]+/g) ?? []).length;
    }
    if (han > 0 && !isChinese(element)) findings.push(`Chinese without lang${where}: ${text.trim().slice(0, 40)}`);
    const latin = LATIN_WORDS.exec(text)?.[0];
    if (latin && isChinese(element) && element.closest('[lang]')?.getAttribute('lang') !== 'zh-Latn') findings.push(`foreign words inside lang=zh${where}: ${latin.slice(0, 60)}`);
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.parentElement) judge((node as Text).data, node.parentElement, '');
  for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'aria-description']) {
    for (const element of document.querySelectorAll(`[${name}]`)) judge(element.getAttribute(name) ?? '', element, ` in ${name}`);
  }
  const dominant = words.han > words.latin ? 'zh-CN' : 'en';
  if (page !== dominant) findings.push(`lang is ${page}, but the page is written in ${dominant} (${words.han} characters, ${words.latin} words)`);

  const prefix = page === 'en' ? 'Error: ' : '错误：';
  if (refused !== null && document.title.startsWith(prefix) !== refused) findings.push(`${refused ? 'does not say' : 'says'} that something is wrong: title ${document.title}`);
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1]));
  const first = levels.filter((level) => level === 1).length;
  if (first !== 1) findings.push(`${first} headings of level 1`);
  levels.forEach((level, index) => {
    // The summary of faults stands before the heading of the page.
    const before = levels[index - 1];
    if (before !== undefined && level > before + 1) findings.push(`a heading of level ${level} follows one of level ${before}`);
  });
  return findings;
}

/** Titles by whose they are, over all states of a round: two pages of one title cannot be told apart in a list of tabs. */
const titles = new Map<string, string>();

/** The same page again under another address. */
const AGAIN: Readonly<Record<string, string>> = { 'roster.refused': 'roster.upload', 'account.authenticator.set-up': 'sign-in.authenticator', 'desk.member': 'members.member' };

/** What was sent was not right. A page that is not there (404, 410) is a place, and a session that has ended (401) a time: neither is a fault of the reader. */
async function isRefused(page: Page, status: number): Promise<boolean | null> {
  if (await page.locator('.govuk-error-summary').count() > 0) return true;
  return [401, 404, 410].includes(status) ? null : status >= 400;
}

/** What is not there (404) and what is there no longer (410) each look the same under whatever address, and like nothing else. */
const ownerOf = (id: string, status: number): string => (status === 404 || status === 410 ? `what answers ${status}` : id);

export const languageBar: Bar = {
  name: 'B11 language, title and headings',
  look: async ({ page, document, options }, state) => {
    const status = document().status();
    const title = `${options.language} ${(await page.title()).replace(/^(错误：|Error: )/, '')}`;
    const owner = ownerOf(AGAIN[state.page.id] ?? state.page.id, status);
    const known = titles.get(title) ?? owner;
    titles.set(title, known);
    return [...(known === owner ? [] : [`the title of ${known} too: ${title}`]), ...await page.evaluate(language, await isRefused(page, status))];
  },
};
