import type { VNode } from 'preact';
import { Field, fieldIds, type FieldProps } from './field.js';
import { isEmpty, join, slot, type Attributes, type Slot } from './slots.js';

export type InputProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number';
  readonly value?: string | number;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | 'none';
  readonly autocomplete?: string;
  readonly autocapitalize?: string;
  readonly pattern?: string;
  readonly spellcheck?: boolean;
  readonly disabled?: boolean;
  /** Shown before and after the box, hidden from screen readers: say the unit in the label too. */
  readonly prefix?: Slot;
  readonly suffix?: Slot;
  readonly inputWrapper?: { readonly class?: string; readonly attributes?: Attributes };
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function Input(props: InputProps): VNode {
  const { id, describedBy } = fieldIds(props);
  const { beforeInput, afterInput } = props.formGroup ?? {};
  const input = (
    <input
      {...{
        class: join('govuk-input', props.class, props.errorMessage !== undefined && 'govuk-input--error'),
        id,
        name: props.name,
        type: props.type ?? 'text',
        spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
        value: props.value,
        disabled: props.disabled,
        'aria-describedby': describedBy,
        autocomplete: props.autocomplete,
        autocapitalize: props.autocapitalize,
        pattern: props.pattern,
        inputmode: props.inputmode,
        ...props.attributes,
      } as Attributes}
    />
  );
  const wrapped = [props.prefix, props.suffix].some(hasWords) || !isEmpty(beforeInput) || !isEmpty(afterInput);
  return (
    <Field field={props}>
      {wrapped ? (
        <div class={join('govuk-input__wrapper', props.inputWrapper?.class)} {...props.inputWrapper?.attributes}>
          {beforeInput}
          <Affix kind="prefix" affix={props.prefix} />
          {input}
          <Affix kind="suffix" affix={props.suffix} />
          {afterInput}
        </div>
      ) : input}
    </Field>
  );
}

function hasWords(affix: Slot | undefined): boolean {
  return affix !== undefined && !isEmpty(slot(affix).content);
}

function Affix(props: { readonly kind: 'prefix' | 'suffix'; readonly affix: Slot | undefined }): VNode | null {
  if (props.affix === undefined || !hasWords(props.affix)) return null;
  const affix = slot(props.affix);
  return <div class={join(`govuk-input__${props.kind}`, affix.class)} aria-hidden="true" {...affix.attributes}>{affix.content}</div>;
}
