import { afterTyping } from './after-typing.js';
import { announce } from './fragments.js';

const WAIT = 300;

type Match = { readonly value: string; readonly text: string };

/**
 * `<code-lookup data-src="/regions" data-name="region" data-found="找到 {n} 个" data-none="没有找到">` around a text field and its
 * 查找 button, with a status node `[data-lookup-status]`. `data-src?q=…` answers `{"items":[{"value","text"}]}`. The text field
 * becomes a combobox (ARIA 1.2) and the choice goes into a hidden field `data-name`. Without script, or without a choice, the
 * button leads to a page of radios.
 */
export class CodeLookup extends HTMLElement {
  private items: readonly Match[] = [];
  private active = -1;
  private asked = 0;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=text], input[type=search]');
    if (!input || this.querySelector('[role=listbox]')) return;
    const list = document.createElement('ul');
    list.id = `${input.id}-list`;
    list.className = 'zj-lookup__list';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', this.querySelector('label')?.textContent?.trim() ?? '');
    const box = document.createElement('div');
    box.className = 'zj-lookup';
    input.replaceWith(box);
    box.append(input, list);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id], ['autocomplete', 'off']] as const) input.setAttribute(name, value);
    afterTyping(input, WAIT, () => void this.look(input, list));
    input.addEventListener('input', () => { this.chosen().value = ''; });
    input.addEventListener('keydown', (event) => this.key(event, input, list));
    input.addEventListener('blur', () => this.close(input, list));
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = (event.target as Element).closest('[role=option]');
      if (option) this.choose(Array.from(list.children).indexOf(option), input, list);
    });
  }

  private async look(input: HTMLInputElement, list: HTMLElement): Promise<void> {
    const query = input.value.trim();
    const asked = ++this.asked;
    if (query === '') return this.close(input, list);
    try {
      const response = await fetch(`${this.dataset['src']}?q=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json' } });
      const { items } = (await response.json()) as { items: readonly Match[] };
      if (asked !== this.asked || document.activeElement !== input) return;
      this.show(items, input, list);
    } catch {
      this.close(input, list);
    }
  }

  private show(items: readonly Match[], input: HTMLInputElement, list: HTMLElement): void {
    this.items = items;
    this.active = -1;
    list.replaceChildren(...items.map(({ text }, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.className = 'zj-lookup__option';
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = text;
      return option;
    }));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    input.removeAttribute('aria-activedescendant');
    const words = items.length === 0 ? this.dataset['none'] : this.dataset['found']?.replace('{n}', String(items.length));
    announce(this.querySelector('[data-lookup-status]'), words ?? '');
  }

  private key(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
    if (event.isComposing || list.hidden) return;
    const last = this.items.length - 1;
    const to = { ArrowDown: this.active === last ? 0 : this.active + 1, ArrowUp: this.active <= 0 ? last : this.active - 1 }[event.key];
    if (to !== undefined) this.mark(to, input, list);
    else if (event.key === 'Enter' && this.active >= 0) this.choose(this.active, input, list);
    else if (event.key === 'Escape') this.close(input, list);
    else return;
    event.preventDefault();
  }

  private mark(index: number, input: HTMLInputElement, list: HTMLElement): void {
    this.active = index;
    Array.from(list.children).forEach((option, place) => option.setAttribute('aria-selected', String(place === index)));
    const option = list.children[index];
    if (!option) return;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView?.({ block: 'nearest' });
  }

  private choose(index: number, input: HTMLInputElement, list: HTMLElement): void {
    const match = this.items[index];
    if (!match) return;
    input.value = match.text;
    this.chosen().value = match.value;
    this.close(input, list);
  }

  private close(input: HTMLInputElement, list: HTMLElement): void {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  private chosen(): HTMLInputElement {
    const name = this.dataset['name'] ?? '';
    const present = this.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
    if (present) return present;
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    this.append(field);
    return field;
  }
}
