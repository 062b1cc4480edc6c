import type { VNode } from 'preact';
import { Field, fieldIds, type FieldProps } from './field.js';
import { join, type Attributes } from './slots.js';
import { useWords } from './words.js';

export type SelectItem = {
  readonly text: string;
  readonly value?: string | number;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
};

export type SelectProps = FieldProps & {
  readonly items: readonly (SelectItem | null | undefined | false)[];
  readonly value?: string | number;
  /** Begins with a choice that says that nothing is chosen yet. */
  readonly startsOpen?: boolean;
  readonly disabled?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function Select(props: SelectProps): VNode {
  const { id, describedBy } = fieldIds(props);
  const { choose } = useWords();
  return (
    <Field field={props}>
      {props.formGroup?.beforeInput}
      <select
        class={join('govuk-select', props.class, props.errorMessage !== undefined && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy}
        {...props.attributes}
      >
        {props.startsOpen && <option value="">{choose}</option>}
        {props.items.map((item) => item && (
          <option value={item.value} selected={isSelected(item, props.value)} disabled={item.disabled} {...item.attributes}>{item.text}</option>
        ))}
      </select>
      {props.formGroup?.afterInput}
    </Field>
  );
}

function isSelected(item: SelectItem, value: string | number | undefined): boolean {
  if (item.selected) return true;
  return value !== undefined && value !== '' && item.selected !== false && String(item.value ?? item.text) === String(value);
}
