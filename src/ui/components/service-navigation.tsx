import type { VNode } from 'preact';
import { isEmpty, join, type Attributes, type Content } from './slots.js';
import { useWords } from './words.js';

export type NavigationItem = {
  readonly content: Content;
  readonly href?: string;
  /** This very page. */
  readonly current?: boolean;
  /** A page below this one. */
  readonly active?: boolean;
  readonly attributes?: Attributes;
};

export type ServiceNavigationProps = {
  readonly serviceName?: string;
  readonly serviceUrl?: string;
  readonly navigation?: readonly (NavigationItem | null | undefined | false)[];
  readonly navigationId?: string;
  readonly navigationLabel?: string;
  readonly navigationClass?: string;
  readonly menuButtonText?: string;
  readonly menuButtonLabel?: string;
  readonly collapseOnMobile?: boolean;
  readonly label?: string;
  readonly slots?: { readonly start?: Content; readonly end?: Content; readonly endInline?: boolean; readonly navigationStart?: Content; readonly navigationEnd?: Content };
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function ServiceNavigation(props: ServiceNavigationProps): VNode {
  const words = useWords();
  const items = (props.navigation ?? []).filter((item) => !!item);
  const { start, end, endInline, navigationStart, navigationEnd } = props.slots ?? {};
  const inner = (
    <div class={join('govuk-width-container', endInline && 'govuk-service-navigation__inlining-container')}>
      {start}
      <div class="govuk-service-navigation__container">
        {props.serviceName ? (
          <span class="govuk-service-navigation__service-name">
            {props.serviceUrl
              ? <a href={props.serviceUrl} class="govuk-service-navigation__link">{props.serviceName}</a>
              : <span class="govuk-service-navigation__text">{props.serviceName}</span>}
          </span>
        ) : null}
        {items.length > 0 || !isEmpty(navigationStart) || !isEmpty(navigationEnd) ? <Menu props={props} items={items} /> : null}
      </div>
      {end}
    </div>
  );
  const common = { class: join('govuk-service-navigation', props.class), 'data-module': 'govuk-service-navigation', ...props.attributes };
  // With a name or further parts it is a landmark of its own; else the nav inside is enough.
  return props.serviceName || !isEmpty(start) || !isEmpty(end)
    ? <section aria-label={props.label ?? words.serviceInformation} {...common}>{inner}</section>
    : <div {...common}>{inner}</div>;
}

function Menu({ props, items }: { readonly props: ServiceNavigationProps; readonly items: readonly NavigationItem[] }): VNode {
  const words = useWords();
  const menu = props.menuButtonText || words.menu;
  const id = props.navigationId || 'navigation';
  return (
    <nav aria-label={props.navigationLabel || menu} class={join('govuk-service-navigation__wrapper', props.navigationClass)}>
      {props.collapseOnMobile ?? items.length > 1 ? (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel && props.menuButtonLabel !== menu ? props.menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      ) : null}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.slots?.navigationStart}
        {items.map((item) => <MenuItem item={item} />)}
        {props.slots?.navigationEnd}
      </ul>
    </nav>
  );
}

function MenuItem({ item }: { readonly item: NavigationItem }): VNode {
  const here = item.current || item.active;
  const current = here ? (item.current ? 'page' : 'true') : undefined;
  const content = here ? <strong class="govuk-service-navigation__active-fallback">{item.content}</strong> : item.content;
  return (
    <li class={join('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {item.href
        ? <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...item.attributes}>{content}</a>
        : isEmpty(item.content) ? null : <span class="govuk-service-navigation__text" aria-current={current}>{content}</span>}
    </li>
  );
}
