/** Voices break off in very long texts; paragraphs are short enough. */
const BLOCKS = 'h1, h2, h3, p, li, dt, dd, th, td, summary, caption';

/** `<read-aloud lang="zh-CN" data-start="朗读这一页" data-stop="停止朗读">` around text. Adds a button where the device has a voice. */
export class ReadAloud extends HTMLElement {
  private button: HTMLButtonElement | null = null;

  connectedCallback(): void {
    if (this.button || !('speechSynthesis' in window)) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary';
    button.textContent = this.dataset['start'] ?? '';
    button.addEventListener('click', () => (this.speaking ? this.stop() : this.start()));
    this.prepend(button);
    this.button = button;
    window.addEventListener('pagehide', () => this.stop());
  }

  private get speaking(): boolean {
    return this.button?.textContent === this.dataset['stop'];
  }

  private start(): void {
    const parts = Array.from(this.querySelectorAll<HTMLElement>(BLOCKS))
      // What is folded is not read, nor a block inside another one twice.
      .filter((block) => block.getClientRects().length > 0 && !block.querySelector(BLOCKS))
      .map((block) => block.textContent?.trim() ?? '')
      .filter((text) => text !== '');
    parts.forEach((text, index) => {
      const speech = new SpeechSynthesisUtterance(text);
      speech.lang = this.lang;
      if (index === parts.length - 1) speech.addEventListener('end', () => this.label('start'));
      window.speechSynthesis.speak(speech);
    });
    this.label('stop');
  }

  private stop(): void {
    window.speechSynthesis.cancel();
    this.label('start');
  }

  private label(name: 'start' | 'stop'): void {
    if (this.button) this.button.textContent = this.dataset[name] ?? '';
  }
}
