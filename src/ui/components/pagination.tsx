import type { VNode } from 'preact';
import { isEmpty, join, type Attributes, type Content } from './slots.js';
import { useWords } from './words.js';

export type PageLink = { readonly href: string; readonly content?: Content; readonly labelText?: string; readonly attributes?: Attributes };
export type PageItem = { readonly number?: string | number; readonly href?: string; readonly current?: boolean; readonly ellipsis?: boolean; readonly label?: string; readonly attributes?: Attributes };

export type PaginationProps = {
  readonly items?: readonly (PageItem | null | undefined | false)[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly landmarkLabel?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function Pagination(props: PaginationProps): VNode {
  const words = useWords();
  const block = !props.items && !!(props.next ?? props.previous);
  return (
    <nav class={join('govuk-pagination', block && 'govuk-pagination--block', props.class)} aria-label={props.landmarkLabel || words.pagination} {...props.attributes}>
      {props.previous?.href ? <Arrow link={props.previous} type="prev" block={block} words={words.previousPage} /> : null}
      {props.items ? <ul class="govuk-pagination__list">{props.items.map((item) => item && <PageListItem item={item} />)}</ul> : null}
      {props.next?.href ? <Arrow link={props.next} type="next" block={block} words={words.nextPage} /> : null}
    </nav>
  );
}

function PageListItem({ item }: { readonly item: PageItem }): VNode {
  const words = useWords();
  return (
    <li class={join('govuk-pagination__item', item.current && 'govuk-pagination__item--current', item.ellipsis && 'govuk-pagination__item--ellipsis')}>
      {item.ellipsis ? '⋯' : (
        <a class="govuk-link govuk-pagination__link" href={item.href} aria-label={item.label ?? words.page(String(item.number))} aria-current={item.current ? 'page' : undefined} {...item.attributes}>
          {item.number}
        </a>
      )}
    </li>
  );
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

function Arrow(props: { readonly link: PageLink; readonly type: 'prev' | 'next'; readonly block: boolean; readonly words: readonly [string, string] }): VNode {
  const { link, type, block } = props;
  const icon = (
    <svg class={`govuk-pagination__icon govuk-pagination__icon--${type}`} xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
      <path d={ARROWS[type]} />
    </svg>
  );
  const [visible, hidden] = props.words;
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {block || type === 'prev' ? icon : null}
        <span class={join('govuk-pagination__link-title', block && !link.labelText && 'govuk-pagination__link-title--decorated')}>
          {isEmpty(link.content) ? <>{visible}{hidden === '' ? null : <span class="govuk-visually-hidden">{hidden}</span>}</> : link.content}
        </span>
        {link.labelText && block ? <><span class="govuk-visually-hidden">:</span><span class="govuk-pagination__link-label">{link.labelText}</span></> : null}
        {!block && type === 'next' ? icon : null}
      </a>
    </div>
  );
}
