import type { VNode } from 'preact';
import { Fieldset, type FieldsetOptions } from './fieldset.js';
import { FormGroup, Hint, HintAndError, Label, type ErrorOptions } from './field.js';
import { isEmpty, join, slot, type Attributes, type Content, type Slot } from './slots.js';

export type Choice = {
  readonly value: string | number;
  readonly content: Content;
  readonly id?: string;
  readonly hint?: Slot;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly label?: { readonly class?: string; readonly attributes?: Attributes };
  /** Shown under the choice when it is chosen; always visible without JavaScript. */
  readonly conditional?: Content;
  readonly attributes?: Attributes;
};

export type Divider = { readonly divider: string };
type Items<C> = readonly (C | Divider | null | undefined | false)[];

type GroupProps = {
  readonly name: string;
  readonly idPrefix?: string;
  readonly fieldset?: FieldsetOptions;
  readonly hint?: Slot;
  readonly errorMessage?: Slot<ErrorOptions>;
  readonly formGroup?: { readonly class?: string; readonly attributes?: Attributes; readonly beforeInputs?: Content; readonly afterInputs?: Content };
  readonly class?: string;
  readonly attributes?: Attributes;
};

export type RadiosProps = GroupProps & { readonly items: Items<Choice>; readonly value?: string | number | null };

export function Radios(props: RadiosProps): VNode {
  const chosen = (item: Choice) => props.value !== undefined && props.value !== null && props.value !== '' && String(item.value) === String(props.value);
  return (
    <Group group={props} block="govuk-radios">
      {props.items.map((item, index) => item && (isDivider(item)
        ? <div class="govuk-radios__divider">{item.divider}</div>
        : <ChoiceItem
            block="govuk-radios"
            type="radio"
            name={props.name}
            id={itemId(props, item, index)}
            item={item}
            checked={isChecked(item, chosen(item))}
            describedBy={undefined}
          />
      ))}
    </Group>
  );
}

export type Checkbox = Choice & {
  readonly name?: string;
  /** `exclusive`: unticks all others (无以上情况). */
  readonly behaviour?: string;
};

export type CheckboxesProps = GroupProps & { readonly items: Items<Checkbox>; readonly values?: readonly (string | number)[]; readonly describedBy?: string };

export function Checkboxes(props: CheckboxesProps): VNode {
  const chosen = (item: Choice) => props.values?.some((value) => String(value) === String(item.value)) ?? false;
  return (
    <Group group={props} block="govuk-checkboxes">
      {props.items.map((item, index) => item && (isDivider(item)
        ? <div class="govuk-checkboxes__divider">{item.divider}</div>
        : <ChoiceItem
            block="govuk-checkboxes"
            type="checkbox"
            name={item.name ?? props.name}
            id={itemId(props, item, index)}
            item={item}
            checked={isChecked(item, chosen(item))}
            // Without a fieldset nothing else carries the hint and the fault of the group.
            describedBy={props.fieldset ? undefined : join(props.describedBy, groupDescription(props))}
            behaviour={item.behaviour}
          />
      ))}
    </Group>
  );
}

function isDivider(item: Choice | Divider): item is Divider {
  return 'divider' in item && item.divider !== '';
}

function isChecked(item: Choice, byValue: boolean): boolean {
  return item.checked ?? byValue;
}

/** The first choice bears the plain prefix, so that the error summary can link to it. */
function itemId(group: GroupProps, item: Choice, index: number): string {
  const prefix = group.idPrefix ?? group.name;
  return item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
}

function groupDescription(group: GroupProps): string | undefined {
  const prefix = group.idPrefix ?? group.name;
  return join(group.fieldset?.describedBy, group.hint !== undefined && `${prefix}-hint`, group.errorMessage !== undefined && `${prefix}-error`);
}

function Group(props: { readonly group: GroupProps; readonly block: string; readonly children: Content }): VNode {
  const { group, block } = props;
  const inner = (
    <>
      <HintAndError id={group.idPrefix ?? group.name} hint={group.hint} errorMessage={group.errorMessage} />
      <div class={join(block, group.class)} {...group.attributes} data-module={block}>
        {group.formGroup?.beforeInputs}
        {props.children}
        {group.formGroup?.afterInputs}
      </div>
    </>
  );
  return (
    <FormGroup group={group.formGroup} hasError={group.errorMessage !== undefined}>
      {group.fieldset ? <Fieldset {...group.fieldset} describedBy={groupDescription(group)}>{inner}</Fieldset> : inner}
    </FormGroup>
  );
}

function ChoiceItem(props: {
  readonly block: string;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly item: Choice;
  readonly checked: boolean;
  readonly describedBy: string | undefined;
  readonly behaviour?: string;
}): VNode {
  const { block, id, item } = props;
  const hint = item.hint === undefined || isEmpty(slot(item.hint).content) ? null : slot(item.hint);
  const conditionalId = isEmpty(item.conditional) ? undefined : `conditional-${id}`;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={props.name}
          type={props.type}
          value={item.value}
          checked={props.checked}
          disabled={item.disabled}
          data-aria-controls={conditionalId}
          data-behaviour={props.behaviour}
          aria-describedby={join(props.describedBy, hint && `${id}-item-hint`)}
          {...item.attributes}
        />
        <Label for={id} class={join(`${block}__label`, item.label?.class)} attributes={item.label?.attributes}>{item.content}</Label>
        {hint && <Hint id={`${id}-item-hint`} class={join(`${block}__hint`, hint.class)} attributes={hint.attributes}>{hint.content}</Hint>}
      </div>
      {conditionalId && <div class={join(`${block}__conditional`, !props.checked && `${block}__conditional--hidden`)} id={conditionalId}>{item.conditional}</div>}
    </>
  );
}
