import { afterTyping } from './after-typing.js';
import { announce, announcementIn, nodesOf } from './fragments.js';

const WAIT = 1000;

/**
 * `<live-levy data-src="/levy/live">` around a form, with an element `[data-live-result]` and a status node
 * `[data-live-status]`. One second after typing stops the form's values go to `data-src`; the fragment that comes
 * back replaces the result, and its `[data-announce]` is said once. Without script the form's button does it.
 */
export class LiveLevy extends HTMLElement {
  private pending: AbortController | null = null;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form) afterTyping(this, WAIT, () => void this.update(form));
  }

  private async update(form: HTMLFormElement): Promise<void> {
    const result = this.querySelector('[data-live-result]');
    if (!result || !this.dataset['src']) return;
    this.pending?.abort();
    const pending = new AbortController();
    this.pending = pending;
    try {
      const response = await fetch(this.dataset['src'], {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
        body: valuesOf(form),
        signal: pending.signal,
      });
      // Half a form is not a fault: the last good sum goes, and the button tells what is missing.
      const nodes = response.ok ? nodesOf(await response.text()) : [];
      if (pending.signal.aborted) return;
      result.replaceChildren(...nodes);
      announce(this.querySelector('[data-live-status]'), announcementIn(result));
    } catch {
      // Without network the button of the form still says what is wrong.
    }
  }
}

function valuesOf(form: HTMLFormElement): string {
  const values = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') values.append(name, value);
  });
  return values.toString();
}
