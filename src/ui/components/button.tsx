import type { VNode } from 'preact';
import { join, type Attributes, type Content } from './slots.js';

export type ButtonProps = {
  readonly children: Content;
  /** With an address it is a link that looks like a button. */
  readonly href?: string;
  readonly type?: 'submit' | 'button' | 'reset';
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  readonly isStart?: boolean;
  /** A second press within a second is ignored by the script. */
  readonly preventDoubleClick?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function Button(props: ButtonProps): VNode {
  const common = { class: join('govuk-button', props.class, props.isStart && 'govuk-button--start'), 'data-module': 'govuk-button', ...props.attributes, id: props.id };
  const content = <>{props.isStart && typeof props.children !== 'string' ? <span>{props.children}</span> : props.children}{props.isStart ? <StartIcon /> : null}</>;
  if (props.href) return <a href={props.href} role="button" draggable={false} {...common}>{content}</a>;
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      {...(props.disabled ? { disabled: true, 'aria-disabled': 'true' as const } : {})}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      {content}
    </button>
  );
}

function StartIcon(): VNode {
  return (
    <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

export function ButtonGroup(props: { readonly children: Content }): VNode {
  return <div class="govuk-button-group">{props.children}</div>;
}
