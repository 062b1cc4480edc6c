import type { VNode } from 'preact';
import { isEmpty, join, slot, type Attributes, type Content, type Slot } from './slots.js';

export type LegendOptions = { readonly isPageHeading?: boolean };

export type FieldsetOptions = {
  readonly legend?: Slot<LegendOptions>;
  readonly class?: string;
  readonly role?: string;
  readonly describedBy?: string;
  readonly attributes?: Attributes;
};

export function Fieldset(props: FieldsetOptions & { readonly children?: Content }): VNode {
  const legend = props.legend === undefined ? null : slot(props.legend);
  return (
    <fieldset class={join('govuk-fieldset', props.class)} {...(props.role === undefined ? {} : { role: props.role as 'group' })} aria-describedby={props.describedBy} {...props.attributes}>
      {legend && !isEmpty(legend.content) && (
        <legend class={join('govuk-fieldset__legend', legend.class)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.content}</h1> : legend.content}
        </legend>
      )}
      {props.children}
    </fieldset>
  );
}
