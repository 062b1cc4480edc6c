import type { ComponentChildren } from 'preact';

export type Content = ComponentChildren;

/** Extra attributes of an element, `data-…` and `aria-…` mostly. `undefined`, `null` and `false` are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A part of a component: plain words, or words with looks. */
export type Slot<More = unknown> = string | SlotOptions<More>;
export type SlotOptions<More = unknown> = { readonly content: Content; readonly class?: string; readonly attributes?: Attributes } & More;

export function slot<More>(value: Slot<More>): SlotOptions<Partial<More>> {
  return typeof value === 'string' ? ({ content: value } as SlotOptions<Partial<More>>) : (value as SlotOptions<Partial<More>>);
}

/** Joins class names and ids, leaving out what is not there; `undefined` when nothing is left. */
export function join(...names: readonly (string | false | null | undefined)[]): string | undefined {
  const present = names.filter((name) => typeof name === 'string' && name !== '');
  return present.length === 0 ? undefined : present.join(' ');
}

export function isEmpty(content: Content): boolean {
  return content === undefined || content === null || content === false || content === '';
}
