import type { VNode } from 'preact';
import { isEmpty, join, slot, type Attributes, type Content, type Slot } from './slots.js';
import { useWords } from './words.js';

export type LabelOptions = { readonly isPageHeading?: boolean };

export type LabelProps = LabelOptions & { readonly for?: string; readonly class?: string; readonly attributes?: Attributes; readonly children: Content };

export function Label(props: LabelProps): VNode | null {
  if (isEmpty(props.children)) return null;
  const label = <label class={join('govuk-label', props.class)} {...props.attributes} for={props.for}>{props.children}</label>;
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

export type HintProps = { readonly id?: string; readonly class?: string; readonly attributes?: Attributes; readonly children: Content };

export function Hint(props: HintProps): VNode {
  return <div id={props.id} class={join('govuk-hint', props.class)} {...props.attributes}>{props.children}</div>;
}

/** `prefix` stands before the words for those who cannot see the colour; '' leaves it out. */
export type ErrorOptions = { readonly prefix?: string };

export type ErrorMessageProps = ErrorOptions & HintProps;

export function ErrorMessage(props: ErrorMessageProps): VNode {
  const words = useWords();
  const prefix = props.prefix ?? words.errorPrefix;
  return (
    <p id={props.id} class={join('govuk-error-message', props.class)} {...props.attributes}>
      {prefix === '' ? null : <><span class="govuk-visually-hidden">{prefix}</span>{' '}</>}
      {props.children}
    </p>
  );
}

export type FormGroupOptions = {
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly beforeInput?: Content;
  readonly afterInput?: Content;
};

/** What every single field has: its label, its hint, its fault. The id is the name unless it is given. */
export type FieldProps = {
  readonly id?: string;
  readonly name: string;
  readonly label: Slot<LabelOptions>;
  readonly hint?: Slot;
  readonly errorMessage?: Slot<ErrorOptions>;
  readonly describedBy?: string;
  readonly formGroup?: FormGroupOptions;
};

/** The id of a field and the ids of everything that describes it. */
export function fieldIds(props: Pick<FieldProps, 'id' | 'name' | 'hint' | 'errorMessage' | 'describedBy'>): { id: string; describedBy: string | undefined } {
  const id = props.id ?? props.name;
  return { id, describedBy: join(props.describedBy, props.hint !== undefined && `${id}-hint`, props.errorMessage !== undefined && `${id}-error`) };
}

export function FormGroup(props: { readonly group: FormGroupOptions | undefined; readonly hasError: boolean; readonly children: Content }): VNode {
  return (
    <div class={join('govuk-form-group', props.hasError && 'govuk-form-group--error', props.group?.class)} {...props.group?.attributes}>
      {props.children}
    </div>
  );
}

/** Hint and fault of a field or of a group of choices. */
export function HintAndError(props: { readonly id: string; readonly hint?: Slot; readonly errorMessage?: Slot<ErrorOptions> }): VNode {
  const hint = props.hint === undefined ? null : slot(props.hint);
  const error = props.errorMessage === undefined ? null : slot(props.errorMessage);
  return (
    <>
      {hint && <Hint id={`${props.id}-hint`} class={hint.class} attributes={hint.attributes}>{hint.content}</Hint>}
      {error && <ErrorMessage id={`${props.id}-error`} class={error.class} attributes={error.attributes} prefix={error.prefix}>{error.content}</ErrorMessage>}
    </>
  );
}

/** Label, hint, fault and then the control itself. */
export function Field(props: { readonly field: FieldProps; readonly children: Content }): VNode {
  const { field } = props;
  const id = field.id ?? field.name;
  const label = slot(field.label);
  return (
    <FormGroup group={field.formGroup} hasError={field.errorMessage !== undefined}>
      <Label for={id} class={label.class} attributes={label.attributes} isPageHeading={label.isPageHeading}>{label.content}</Label>
      <HintAndError id={id} hint={field.hint} errorMessage={field.errorMessage} />
      {props.children}
    </FormGroup>
  );
}
