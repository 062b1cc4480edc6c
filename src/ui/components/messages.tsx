import type { VNode } from 'preact';
import { isEmpty, join, type Attributes, type Content } from './slots.js';
import { useWords } from './words.js';

export type ErrorSummaryItem = { readonly content: Content; readonly href?: string; readonly attributes?: Attributes };

export type ErrorSummaryProps = {
  readonly title: Content;
  readonly description?: Content;
  readonly errorList?: readonly ErrorSummaryItem[];
  readonly disableAutoFocus?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
};

/** First thing in main on a page with faults; the script moves the focus to it. */
export function ErrorSummary(props: ErrorSummaryProps): VNode {
  return (
    <div class={join('govuk-error-summary', props.class)} data-disable-auto-focus={props.disableAutoFocus} {...props.attributes} data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title}</h2>
        <div class="govuk-error-summary__body">
          {isEmpty(props.description) ? null : <p>{props.description}</p>}
          {props.errorList && props.errorList.length > 0 ? (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map((item) => <li>{item.href ? <a href={item.href} {...item.attributes}>{item.content}</a> : item.content}</li>)}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}

export type NotificationBannerProps = {
  readonly type?: 'success';
  readonly title?: Content;
  readonly titleId?: string;
  readonly titleHeadingLevel?: 2 | 3 | 4;
  /** One line, set large. For more than one line give children. */
  readonly text?: string;
  readonly children?: Content;
  readonly role?: string;
  readonly disableAutoFocus?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
};

/** Stays on the page: nothing in this service fades away by itself (GB/T 37668 3.2.4.2). */
export function NotificationBanner(props: NotificationBannerProps): VNode {
  const words = useWords();
  const success = props.type === 'success';
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  const Heading = `h${props.titleHeadingLevel ?? 2}` as 'h2';
  return (
    <div
      class={join('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={(props.role ?? (success ? 'alert' : 'region')) as 'alert'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>{props.title ?? (success ? words.success : words.important)}</Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isEmpty(props.children) ? (props.text ? <p class="govuk-notification-banner__heading">{props.text}</p> : null) : props.children}
      </div>
    </div>
  );
}

type BlockProps = { readonly id?: string; readonly class?: string; readonly attributes?: Attributes; readonly children: Content };

export function WarningText(props: Omit<BlockProps, 'id'> & { readonly iconFallback?: string }): VNode {
  const words = useWords();
  return (
    <div class={join('govuk-warning-text', props.class)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallback ?? words.warning}</span>
        {' '}
        {props.children}
      </strong>
    </div>
  );
}

export function InsetText(props: BlockProps): VNode {
  return <div id={props.id} class={join('govuk-inset-text', props.class)} {...props.attributes}>{props.children}</div>;
}

export function Details(props: BlockProps & { readonly summary: Content; readonly open?: boolean }): VNode {
  return (
    <details id={props.id} class={join('govuk-details', props.class)} {...props.attributes} open={props.open}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{props.summary}</span></summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}

export type PanelProps = {
  readonly title: Content;
  readonly headingLevel?: 1 | 2 | 3;
  readonly children?: Content;
  readonly class?: string;
  readonly attributes?: Attributes;
};

/** The green (here: brand) board of a confirmation page: what is done, and its number. */
export function Panel(props: PanelProps): VNode {
  const Heading = `h${props.headingLevel ?? 1}` as 'h1';
  return (
    <div class={join('govuk-panel govuk-panel--confirmation', props.class)} {...props.attributes}>
      <Heading class="govuk-panel__title">{props.title}</Heading>
      {isEmpty(props.children) ? null : <div class="govuk-panel__body">{props.children}</div>}
    </div>
  );
}

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'red' | 'purple' | 'magenta' | 'orange' | 'yellow';

export function Tag(props: { readonly colour?: TagColour; readonly class?: string; readonly attributes?: Attributes; readonly children: Content }): VNode {
  return <strong class={join('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)} {...props.attributes}>{props.children}</strong>;
}
