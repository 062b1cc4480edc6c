import { announce, announcementIn, nodesOf } from './fragments.js';

const SLOWEST = 10_000;

/**
 * `<poll-status data-src="/levy/roster/x/status" data-seconds="2">` with an element `[data-poll-result]` and a status node
 * `[data-poll-status]`. Replaces the result by the fragment of `data-src` until the fragment holds `[data-final]`, ever more
 * seldom, and not while nobody looks. It never leads away: the fragment's own link does. Without script: a link 刷新进度.
 */
export class PollStatus extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    this.later(Number(this.dataset['seconds'] ?? '2') * 1000);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private later(wait: number): void {
    this.timer = window.setTimeout(() => void this.look(wait), wait);
  }

  private async look(wait: number): Promise<void> {
    const result = this.querySelector('[data-poll-result]');
    if (!result || !this.dataset['src'] || result.querySelector('[data-final]')) return;
    if (!document.hidden) {
      try {
        const response = await fetch(this.dataset['src'], { headers: { Accept: 'text/html' } });
        if (response.ok) this.show(result, nodesOf(await response.text()));
        else if (response.status < 500) return;
      } catch {
        // No network for a moment: the next look may find it again.
      }
    }
    this.later(Math.min(wait * 1.25, SLOWEST));
  }

  private show(result: Element, nodes: Node[]): void {
    const focused = result.contains(document.activeElement) ? document.activeElement?.id : undefined;
    result.replaceChildren(...nodes);
    if (focused) document.getElementById(focused)?.focus();
    announce(this.querySelector('[data-poll-status]'), announcementIn(result));
  }
}
