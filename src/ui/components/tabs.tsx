import type { VNode } from 'preact';
import { isEmpty, join, type Attributes, type Content } from './slots.js';
import { useWords } from './words.js';

export type Tab = { readonly id?: string; readonly label: string; readonly attributes?: Attributes; readonly panel: { readonly text?: string; readonly content?: Content; readonly attributes?: Attributes } };

export type TabsProps = { readonly items: readonly (Tab | null | undefined | false)[]; readonly id?: string; readonly idPrefix?: string; readonly title?: string; readonly class?: string; readonly attributes?: Attributes };

/** Without the script all panels stand one under the other with a list of links to them. */
export function Tabs(props: TabsProps): VNode {
  const words = useWords();
  const items = props.items.map((item, index) => (item ? { item, first: index === 0, id: item.id ?? `${props.idPrefix ?? ''}-${index + 1}` } : null)).filter((entry) => entry !== null);
  return (
    <div id={props.id} class={join('govuk-tabs', props.class)} {...props.attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{props.title ?? words.contents}</h2>
      {props.items.length > 0 ? (
        <ul class="govuk-tabs__list">
          {items.map(({ item, first, id }) => (
            <li class={join('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}><a class="govuk-tabs__tab" href={`#${id}`} {...item.attributes}>{item.label}</a></li>
          ))}
        </ul>
      ) : null}
      {items.map(({ item, first, id }) => (
        <div class={join('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')} id={id} {...item.panel.attributes}>
          {isEmpty(item.panel.content) ? (item.panel.text ? <p class="govuk-body">{item.panel.text}</p> : null) : item.panel.content}
        </div>
      ))}
    </div>
  );
}
