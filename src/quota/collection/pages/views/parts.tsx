import type { VNode } from 'preact';
import { Mixed, SummaryList } from '../../../../ui/index.js';
import type { Kit } from './kit.js';

/** The way to the next page of a list, with what the list was narrowed to. */
export function NextPage({ kit: { context, t }, path, query, next }: { readonly kit: Kit; readonly path: string; readonly query: Readonly<Record<string, string | undefined>>; readonly next: string | null }): VNode | null {
  if (next === null) return null;
  const chosen = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`${path}?${new URLSearchParams([...chosen, ['after', next]]).toString()}`)} rel="next">{t('more')}</a></p>;
}

/** Label and value, a row each; what is null is left out. */
export function Facts({ kit: { context }, rows }: { readonly kit: Kit; readonly rows: readonly (readonly [label: string, value: string | null])[] }): VNode {
  return <SummaryList rows={rows.map(([key, value]) => value !== null && { key, value: { content: <Mixed context={context}>{value}</Mixed> } })} />;
}
