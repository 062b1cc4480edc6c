import type { Page } from 'playwright-core';
import { leaving, mouseVisitor } from '../support/visitors.js';
import type { StateOfPage } from '../support/pages.js';
import type { Bar } from '../support/rounds.js';
import { startVisit, type Visit } from '../support/visit.js';
import { isNeverWrong, needsNoHelp } from './forms-accepted.js';

/** A form by where it goes to and what it asks. */
type Form = { readonly key: string; readonly index: number };
type Sending = 'empty' | 'wrong';

/** Runs in the page. */
function forms(): Form[] {
  return [...document.querySelectorAll<HTMLFormElement>('main form')].flatMap((form, index) => {
    // A button alone has nothing that could be filled in wrongly.
    if (![...form.elements].some((field) => !(field instanceof HTMLButtonElement || field instanceof HTMLFieldSetElement) && field.getAttribute('type') !== 'hidden')) return [];
    const names = new Set([...form.elements].map((field) => field.getAttribute('name') ?? '').filter((name) => name !== '' && name !== '_csrf'));
    const path = new URL(form.action).pathname.replace(/^\/en(?=\/)/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27,}|\b\d+\b/g, ':n');
    return [{ key: `${form.method} ${path} (${[...names].sort().join(', ')})`, index }];
  });
}

/** Runs in the page: leaves nothing in the form, or puts in what no field takes. Returns what was typed, by name. */
function spoil({ index, sending, nonsense }: { readonly index: number; readonly sending: Sending; readonly nonsense: string }): Record<string, string> {
  const form = document.querySelectorAll<HTMLFormElement>('main form')[index];
  const typed: Record<string, string> = {};
  const wrong = sending === 'wrong';
  const opened = new Set<string>();
  for (const field of form?.elements ?? []) {
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      // A choice that was never offered; of a group, the last, so that what hangs on it is open too.
      const last = [...(form?.elements ?? [])].filter((other) => other.getAttribute('name') === field.name).at(-1) === field;
      field.checked = wrong && last;
      if (wrong && last && form?.querySelectorAll('input[type=text]').length === 0) field.value = nonsense;
      opened.add(field.name);
    } else if (field instanceof HTMLSelectElement) {
      if (!wrong) field.selectedIndex = 0;
      else if (field.selectedOptions[0]) field.selectedOptions[0].value = nonsense;
    } else if ((field instanceof HTMLInputElement && ['text', 'search', 'email', 'tel', 'number'].includes(field.type)) || field instanceof HTMLTextAreaElement) {
      field.value = wrong ? nonsense : '';
      // A code that is good for one time is not kept.
      if (field.autocomplete !== 'one-time-code') typed[field.name] = field.value;
    }
  }
  return typed;
}

/** Runs in the page of the answer: what a person who has made a mistake needs. */
function helped({ typed }: { readonly typed: Readonly<Record<string, string>> }): string[] {
  const findings: string[] = [];
  const summary = document.querySelector('.govuk-error-summary');
  if (!summary) return ['there is no summary of faults'];
  if (!summary.contains(document.activeElement)) findings.push(`the focus is on ${document.activeElement?.tagName.toLowerCase()}, not on the summary`);
  const links = [...summary.querySelectorAll<HTMLAnchorElement>('li a')];
  if (links.length === 0) findings.push('the summary names nothing');
  const listed = links.map((link) => (link.textContent ?? '').trim());
  for (const message of document.querySelectorAll('main form .govuk-error-message')) {
    const words = (message.textContent ?? '').replace(/^\s*(错误[:：]|Error:)/, '').trim();
    if (!listed.includes(words)) findings.push(`at the field, not in the summary: ${words}`);
  }
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const words = (link.textContent ?? '').trim();
    link.click();
    const reached = document.activeElement;
    if (!target || !(reached instanceof HTMLInputElement || reached instanceof HTMLSelectElement || reached instanceof HTMLTextAreaElement) || !(target === reached || target.contains(reached))) {
      findings.push(`the link leads to ${reached?.tagName.toLowerCase()}#${reached?.id ?? ''}, not into the field #${link.hash.slice(1)}: ${words}`);
      continue;
    }
    // A group is described as a whole.
    const described = [reached, ...[reached.closest('fieldset')].filter((group) => group !== null)].flatMap((element) => (element.getAttribute('aria-describedby') ?? '').split(' ')).map((id) => document.getElementById(id)?.textContent ?? '');
    if (!described.some((text) => text.includes(words))) findings.push(`aria-describedby of ${reached.name} does not say: ${words}`);
  }
  for (const [name, value] of Object.entries(typed)) {
    const field = document.querySelector<HTMLInputElement>(`main [name="${name}"]`);
    if (field && field.type !== 'hidden' && field.value !== value) findings.push(`${name} was ${JSON.stringify(value)} and is ${JSON.stringify(field.value)}`);
  }
  return findings;
}

/** Nobody's number, date, place or file; too long for nothing, so that it comes back as it was. */
const NONSENSE = '十二,ab';

async function send(page: Page, { index }: Form, sending: Sending): Promise<{ readonly status: number; readonly typed: Readonly<Record<string, string>> }> {
  const typed = await page.evaluate(spoil, { index, sending, nonsense: NONSENSE });
  const form = page.locator('main form').nth(index);
  const file = form.locator('input[type=file]');
  if (sending === 'wrong' && await file.count() > 0) await file.setInputFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(NONSENSE) });
  const { action, method } = await form.evaluate((element: HTMLFormElement) => ({ action: new URL(element.action).pathname, method: element.method.toUpperCase() }));
  const answered = page.waitForResponse((response) => response.request().method() === method && new URL(response.url()).pathname === action && ['document', 'xhr', 'fetch'].includes(response.request().resourceType()));
  await leaving(page, () => form.locator('button:not([type=button])').first().click());
  return { status: (await answered).status(), typed };
}

async function judge(visit: Visit, form: Form, sending: Sending): Promise<readonly string[]> {
  const { status: first, typed } = await send(visit.page, form, sending);
  // What is judged only after it was taken in, as a file, is refused on the page that the answer leads to.
  const refusedLater = first === 303 && await visit.page.locator('.govuk-error-summary').count() > 0;
  const status = refusedLater ? 422 : first;
  const told = (finding: string): string => `${form.key}, ${sending}: ${finding}`;
  if (status >= 500) return [told(`failed (${status})`)];
  if (needsNoHelp(sending, form.key)) return [];
  if (status < 400) return [told(`was taken (${status})`)];
  const findings = await visit.page.evaluate(helped, { typed });
  const prefix = visit.options.language === 'en' ? 'Error: ' : '错误：';
  return [
    ...(status === 422 || (form.key.includes('file') && (status === 413 || status === 415)) ? [] : [`the status is ${status}`]),
    ...((await visit.page.title()).startsWith(prefix) ? [] : ['the title does not begin with the word for an error']),
    ...findings,
  ].map(told);
}

/** Each form once, in the first state that shows it. */
function formBar(sending: Sending): Bar {
  const known = new Set<string>();
  return {
    name: `B14 forms sent ${sending} are refused with help`,
    look: async ({ page, options }: Visit, { state }: StateOfPage) => {
      const fresh = (await page.evaluate(forms)).filter(({ key }) => !isNeverWrong(sending, key) && !known.has(key) && known.add(key));
      const findings: string[] = [];
      for (const form of fresh) {
        const visit = await startVisit(options);
        try {
          await state.arrange(mouseVisitor(visit));
          findings.push(...await judge(visit, form, sending));
        } finally {
          await visit.close();
        }
      }
      return findings;
    },
  };
}

export const formBars: readonly Bar[] = [formBar('empty'), formBar('wrong')];
