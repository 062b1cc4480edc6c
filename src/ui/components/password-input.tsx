import type { VNode } from 'preact';
import { Button } from './button.js';
import type { FieldProps } from './field.js';
import { Input } from './input.js';
import { join, type Attributes } from './slots.js';
import { scriptWords, useWords } from './words.js';

export type PasswordInputProps = FieldProps & {
  readonly value?: string;
  readonly autocomplete?: 'current-password' | 'new-password' | (string & {});
  readonly disabled?: boolean;
  readonly buttonClass?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly showText?: string;
  readonly showLabel?: string;
  readonly script?: Parameters<typeof scriptWords>[0];
};

/** A native password box: password managers and pasting work. The button that shows the password comes with the script. */
export function PasswordInput(props: PasswordInputProps): VNode {
  const words = useWords();
  const id = props.id ?? props.name;
  return (
    <Input
      formGroup={{
        class: join('govuk-password-input', props.formGroup?.class),
        attributes: { 'data-module': 'govuk-password-input', ...scriptWords(props.script ?? words.passwordScript), ...props.formGroup?.attributes },
        beforeInput: props.formGroup?.beforeInput,
        afterInput: (
          <>
            <Button
              type="button"
              class={join('govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle', props.buttonClass)}
              attributes={{ 'aria-controls': id, 'aria-label': props.showLabel ?? words.showPasswordLabel, hidden: true }}
            >
              {props.showText ?? words.showPassword}
            </Button>
            {props.formGroup?.afterInput}
          </>
        ),
      }}
      inputWrapper={{ class: 'govuk-password-input__wrapper' }}
      label={props.label}
      hint={props.hint}
      class={join('govuk-password-input__input govuk-js-password-input-input', props.class)}
      errorMessage={props.errorMessage}
      id={id}
      name={props.name}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      value={props.value}
      disabled={props.disabled}
      describedBy={props.describedBy}
      attributes={props.attributes}
    />
  );
}
