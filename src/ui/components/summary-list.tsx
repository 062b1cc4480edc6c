import type { VNode } from 'preact';
import { isEmpty, join, slot, type Attributes, type Content, type Slot } from './slots.js';

export type SummaryAction = {
  readonly href: string;
  readonly content: Content;
  /** Says what is changed, for those who hear only the link. */
  readonly visuallyHiddenText?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export type SummaryActions = { readonly items: readonly SummaryAction[]; readonly class?: string };

export type SummaryRow = { readonly key: Slot; readonly value: Slot; readonly actions?: SummaryActions; readonly class?: string };

export type SummaryCard = {
  readonly title?: Slot<{ readonly headingLevel?: 2 | 3 | 4 }>;
  readonly actions?: SummaryActions;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export type SummaryListProps = {
  readonly rows: readonly (SummaryRow | null | undefined | false)[];
  readonly card?: SummaryCard;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function SummaryList(props: SummaryListProps): VNode {
  const someActions = props.rows.some((row) => row && (row.actions?.items.length ?? 0) > 0);
  const cardTitle = props.card?.title === undefined ? undefined : slot(props.card.title).content;
  const list = (
    <dl class={join('govuk-summary-list', props.class)} {...props.attributes}>
      {props.rows.map((row) => row && <Row row={row} someActions={someActions} cardTitle={cardTitle} />)}
    </dl>
  );
  return props.card ? <Card card={props.card}>{list}</Card> : list;
}

function Row(props: { readonly row: SummaryRow; readonly someActions: boolean; readonly cardTitle: Content }): VNode {
  const { row } = props;
  const key = slot(row.key);
  const value = slot(row.value);
  const actions = row.actions?.items ?? [];
  return (
    <div class={join('govuk-summary-list__row', props.someActions && !row.actions && 'govuk-summary-list__row--no-actions', row.class)}>
      <dt class={join('govuk-summary-list__key', key.class)}>{key.content}</dt>
      <dd class={join('govuk-summary-list__value', value.class)}>{value.content}</dd>
      {actions.length > 0 ? (
        <dd class={join('govuk-summary-list__actions', row.actions?.class)}>
          {actions.length === 1 ? <ActionLink action={actions[0]!} cardTitle={props.cardTitle} /> : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => <li class="govuk-summary-list__actions-list-item"><ActionLink action={action} cardTitle={props.cardTitle} /></li>)}
            </ul>
          )}
        </dd>
      ) : null}
    </div>
  );
}

function ActionLink(props: { readonly action: SummaryAction; readonly cardTitle: Content }): VNode {
  const { action, cardTitle } = props;
  return (
    <a class={join('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.content}
      {action.visuallyHiddenText || !isEmpty(cardTitle) ? (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : null}
          {isEmpty(cardTitle) ? null : <> ({cardTitle})</>}
        </span>
      ) : null}
    </a>
  );
}

function Card(props: { readonly card: SummaryCard; readonly children: Content }): VNode {
  const { card } = props;
  const title = card.title === undefined ? null : slot(card.title);
  const Heading = `h${title?.headingLevel ?? 2}` as 'h2';
  const actions = card.actions?.items ?? [];
  return (
    <div class={join('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={join('govuk-summary-card__title', title.class)}>{title.content}</Heading>}
        {actions.length === 1 ? (
          <div class={join('govuk-summary-card__actions', card.actions?.class)}><ActionLink action={actions[0]!} cardTitle={title?.content} /></div>
        ) : null}
        {actions.length > 1 ? (
          <ul class={join('govuk-summary-card__actions', card.actions?.class)}>
            {actions.map((action) => <li class="govuk-summary-card__action"><ActionLink action={action} cardTitle={title?.content} /></li>)}
          </ul>
        ) : null}
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  );
}
