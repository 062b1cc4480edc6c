import type { VNode } from 'preact';
import { Tag } from './messages.js';
import { isEmpty, join, slot, type Attributes, type Content, type Slot } from './slots.js';
import { useWords } from './words.js';

export type LinkItem = { readonly content: Content; readonly href?: string; readonly attributes?: Attributes };

export function Breadcrumbs(props: {
  readonly items: readonly LinkItem[];
  readonly label?: string;
  readonly collapseOnMobile?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
}): VNode {
  const words = useWords();
  return (
    <nav class={join('govuk-breadcrumbs', props.class, props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')} {...props.attributes} aria-label={props.label ?? words.breadcrumb}>
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) => item.href
          ? <li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>{item.content}</a></li>
          : <li class="govuk-breadcrumbs__list-item" aria-current="page">{item.content}</li>)}
      </ol>
    </nav>
  );
}

export function BackLink(props: { readonly href?: string; readonly class?: string; readonly attributes?: Attributes; readonly children?: Content }): VNode {
  const words = useWords();
  return <a href={props.href || '#'} class={join('govuk-back-link', props.class)} {...props.attributes}>{isEmpty(props.children) ? words.back : props.children}</a>;
}

export function SkipLink(props: { readonly href?: string; readonly class?: string; readonly attributes?: Attributes; readonly children: Content }): VNode {
  return <a href={props.href || '#content'} class={join('govuk-skip-link', props.class)} {...props.attributes} data-module="govuk-skip-link">{props.children}</a>;
}

export function PhaseBanner(props: { readonly tag: Slot; readonly class?: string; readonly attributes?: Attributes; readonly children: Content }): VNode {
  const tag = slot(props.tag);
  return (
    <div class={join('govuk-phase-banner govuk-width-container', props.class)} {...props.attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={join('govuk-phase-banner__content__tag', tag.class)}>{tag.content}</Tag>
        <span class="govuk-phase-banner__text">{props.children}</span>
      </p>
    </div>
  );
}

export type LanguageItem = {
  readonly content: Content;
  readonly href?: string;
  readonly lang?: string;
  readonly hrefLang?: string;
  readonly dir?: string;
  readonly current?: boolean;
  readonly description?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function LanguageNavigation(props: { readonly items: readonly LanguageItem[]; readonly label?: string; readonly class?: string; readonly attributes?: Attributes }): VNode {
  const words = useWords();
  return (
    <nav class={join('govuk-language-navigation', props.class)} {...props.attributes} aria-label={props.label ?? words.language}>
      <ul class="govuk-language-navigation__list">
        {props.items.map((item) => {
          const same = { lang: item.lang, dir: item.dir as 'ltr' | undefined, ...item.attributes };
          return (
            <li class="govuk-language-navigation__list-item">
              {item.current || !item.href
                ? <span class={join('govuk-language-navigation__text', item.class)} aria-current="true" {...same}>{item.content}</span>
                : (
                  <a class={join('govuk-language-navigation__link', item.class)} href={item.href} rel="alternate" hreflang={item.hrefLang ?? item.lang} {...same}>
                    {item.content}
                    {item.description ? <span class="govuk-visually-hidden"> {item.description}</span> : null}
                  </a>
                )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export function GenericHeader(props: { readonly href?: string; readonly logo: Content; readonly containerClass?: string; readonly class?: string; readonly attributes?: Attributes; readonly children?: Content }): VNode {
  return (
    <div class={join('govuk-generic-header', props.class)} {...props.attributes}>
      <div class={join('govuk-generic-header__container', props.containerClass || 'govuk-width-container')}>
        <div class="govuk-generic-header__logo"><a href={props.href || '/'} class="govuk-generic-header__homepage-link">{props.logo}</a></div>
        {props.children}
      </div>
    </div>
  );
}
