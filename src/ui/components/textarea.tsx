import type { VNode } from 'preact';
import { Field, fieldIds, Hint, type FieldProps } from './field.js';
import { join, type Attributes } from './slots.js';
import { scriptWords, useWords } from './words.js';

export type TextareaProps = FieldProps & {
  readonly value?: string;
  readonly rows?: number;
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
  readonly disabled?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function Textarea(props: TextareaProps): VNode {
  const { id, describedBy } = fieldIds(props);
  return (
    <Field field={props}>
      {props.formGroup?.beforeInput}
      <textarea
        {...{
          class: join('govuk-textarea', props.errorMessage !== undefined && 'govuk-textarea--error', props.class),
          id,
          name: props.name,
          rows: props.rows ?? 5,
          spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
          disabled: props.disabled,
          'aria-describedby': describedBy,
          autocomplete: props.autocomplete,
          ...props.attributes,
        } as Attributes}
      >
        {props.value ?? ''}
      </textarea>
      {props.formGroup?.afterInput}
    </Field>
  );
}

export type CharacterCountProps = Omit<TextareaProps, 'describedBy' | 'autocomplete' | 'disabled'> & {
  readonly maxlength?: number;
  readonly maxwords?: number;
  /** Per cent of the limit from which the count is told. */
  readonly threshold?: number;
  readonly countType?: string;
  /** Replaces the words of the page's language; `%{count}` stands for the limit. */
  readonly limitText?: string;
  readonly countMessageClass?: string;
  readonly countScript?: Parameters<typeof scriptWords>[0];
};

export function CharacterCount(props: CharacterCountProps): VNode {
  const words = useWords();
  const id = props.id ?? props.name;
  const countType = props.countType ?? (props.maxwords === undefined ? undefined : 'words');
  const limit = props.maxwords ?? props.maxlength;
  const told = limit === undefined ? undefined
    : props.limitText?.replace('%{count}', String(limit)) ?? words.characterLimit(limit, countType === 'words' ? 'words' : 'characters');
  return (
    <Textarea
      id={id}
      name={props.name}
      describedBy={`${id}-info`}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      formGroup={{
        class: join('govuk-character-count', props.formGroup?.class),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': props.maxlength,
          'data-maxwords': props.maxwords,
          'data-threshold': props.threshold,
          'data-count-type': countType,
          ...(limit === undefined && props.limitText !== undefined ? scriptWords({ 'textarea-description': { other: props.limitText } }) : {}),
          ...scriptWords(props.countScript ?? words.countScript),
          ...props.formGroup?.attributes,
        },
        beforeInput: props.formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint id={`${id}-info`} class={join('govuk-character-count__message', props.countMessageClass)}>{told}</Hint>
            {props.formGroup?.afterInput}
          </>
        ),
      }}
      class={join('govuk-js-character-count', props.class)}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      attributes={props.attributes}
    />
  );
}
