const LOOK_EVERY_MS = 5_000;

/**
 * `<session-end data-left="3600" data-warn="300" data-src="…/extend">`: says once, some minutes before, that the session
 * ends, with a button that asks for more time and touches nothing else of the page. Time is counted from when the page
 * came, so that a wrong clock does not matter.
 */
export class SessionEnd extends HTMLElement {
  private timer = 0;
  private ends = 0;
  private said: 'nothing' | 'warning' | 'over' = 'nothing';

  connectedCallback(): void {
    this.ends = performance.now() + Number(this.dataset['left'] ?? '0') * 1000;
    this.timer = window.setInterval(() => this.look(), LOOK_EVERY_MS);
    this.querySelector('button')?.addEventListener('click', () => void this.extend());
    this.look();
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private look(): void {
    const left = this.ends - performance.now();
    if (left <= 0) this.tell('over', this.dataset['over'] ?? '', false);
    else if (left <= Number(this.dataset['warn'] ?? '0') * 1000) this.tell('warning', this.dataset['words'] ?? '', true);
  }

  private tell(what: 'warning' | 'over', words: string, withButton: boolean): void {
    if (this.said === what) return;
    this.said = what;
    this.write(words, withButton);
  }

  private write(words: string, withButton: boolean): void {
    const paragraph = document.createElement('p');
    paragraph.className = 'govuk-body';
    paragraph.textContent = words;
    this.querySelector('[data-session-words]')?.replaceChildren(paragraph);
    this.querySelector('[data-session-act]')?.toggleAttribute('hidden', !withButton);
  }

  private async extend(): Promise<void> {
    try {
      const answer = await fetch(this.dataset['src'] ?? '', { method: 'POST', headers: { Accept: 'application/json', 'X-CSRF-Token': this.dataset['token'] ?? '' } });
      if (!answer.ok) return this.tell('over', this.dataset['over'] ?? '', false);
      const { secondsLeft } = (await answer.json()) as { readonly secondsLeft: number };
      this.ends = performance.now() + secondsLeft * 1000;
      this.said = 'nothing';
      this.write(this.dataset['extended'] ?? '', false);
    } catch {
      // No network for a moment: the button stays and can be pressed again.
    }
  }
}
