import type { VNode } from 'preact';
import { Fieldset, type FieldsetOptions } from './fieldset.js';
import { FormGroup, HintAndError, type ErrorOptions } from './field.js';
import { Input } from './input.js';
import { join, type Attributes, type Content, type Slot } from './slots.js';
import { useWords, type DatePart } from './words.js';

export type DateItem = {
  readonly name: string;
  /** Which box it is; absent means the one of its name. Decides width and words. */
  readonly part?: DatePart;
  readonly value?: string | number;
  readonly label?: string;
  readonly id?: string;
  readonly class?: string;
  /** This box is at fault. When no box says so, all are. */
  readonly error?: boolean;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'text';
  readonly pattern?: string;
  readonly attributes?: Attributes;
};

export type DateInputProps = {
  readonly id: string;
  readonly namePrefix?: string;
  readonly fieldset?: FieldsetOptions;
  readonly hint?: Slot;
  readonly errorMessage?: Slot<ErrorOptions>;
  /** Values by the name of the box, prefix included. */
  readonly values?: Readonly<Record<string, string | number | undefined>>;
  /** The boxes; absent means year, month and day in the order of the page's language. */
  readonly items?: readonly (DateItem | null | undefined | false)[];
  readonly formGroup?: { readonly class?: string; readonly attributes?: Attributes; readonly beforeInputs?: Content; readonly afterInputs?: Content };
  readonly class?: string;
  readonly attributes?: Attributes;
};

/** Three boxes to type in; never a picker, never an automatic jump from box to box. */
export function DateInput(props: DateInputProps): VNode {
  const words = useWords();
  const items: readonly DateItem[] = props.items?.filter((item) => !!item) ?? words.dateOrder.map((name) => ({ name }));
  const someMarked = items.some((item) => item.error || item.class?.includes('govuk-input--error'));
  const inner = (
    <>
      <HintAndError id={props.id} hint={props.hint} errorMessage={props.errorMessage} />
      <div class={join('govuk-date-input', props.class)} {...props.attributes} id={props.id}>
        {props.formGroup?.beforeInputs}
        {items.map((item) => (
          <div class="govuk-date-input__item">
            <DateBox date={props} item={item} atFault={item.error ?? (props.errorMessage !== undefined && !someMarked)} />
          </div>
        ))}
        {props.formGroup?.afterInputs}
      </div>
    </>
  );
  return (
    <FormGroup group={props.formGroup} hasError={props.errorMessage !== undefined}>
      {props.fieldset
        // JAWS leaves out the description of a fieldset of text boxes unless it is a group.
        ? <Fieldset {...props.fieldset} role="group" describedBy={join(props.fieldset.describedBy, props.hint !== undefined && `${props.id}-hint`, props.errorMessage !== undefined && `${props.id}-error`)}>{inner}</Fieldset>
        : inner}
    </FormGroup>
  );
}

function isPart(name: string): name is DatePart {
  return name === 'year' || name === 'month' || name === 'day';
}

function DateBox(props: { readonly date: DateInputProps; readonly item: DateItem; readonly atFault: boolean }): VNode {
  const words = useWords();
  const { date, item } = props;
  const part = item.part ?? (isPart(item.name) ? item.name : undefined);
  const name = date.namePrefix ? `${date.namePrefix}-${item.name}` : item.name;
  return (
    <Input
      label={{ content: item.label ?? (part ? words.dateParts[part] : item.name), class: 'govuk-date-input__label' }}
      id={item.id ?? `${date.id}-${item.name}`}
      class={join(
        'govuk-date-input__input',
        props.atFault && !item.class?.includes('govuk-input--error') && 'govuk-input--error',
        !item.class?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
        item.class,
      )}
      name={name}
      value={item.value ?? date.values?.[name]}
      inputmode={item.inputmode ?? 'numeric'}
      autocomplete={item.autocomplete}
      pattern={item.pattern}
      attributes={item.attributes}
    />
  );
}
