import type { VNode } from 'preact';
import { dictionary, say } from '../../kernel/texts.js';
import type { FormFault } from '../http/form-faults.js';
import type { PageContext } from '../layout/page-context.js';
import { Input } from './input.js';
import { langOfTyped, Mixed } from './mixed.js';
import { mixedFaultAt } from './post-form.js';

const texts = dictionary(
  { label: '地区', hint: '写到区县，例如 淄博市张店区；也可以写区划代码，例如 370303', short: '例如 淄博市张店区，或者 370303；{empty}', empty: '可以不填', ask: '请填写地区的名称，或者 6 位、9 位、12 位的区划代码。' },
  { label: 'Region', hint: 'The district or county, such as 淄博市张店区, or its region code, such as 370303', short: 'Such as 淄博市张店区, or 370303. {empty}', empty: 'May stay empty', ask: 'Enter the name of the region, or its code of 6, 9 or 12 digits.' },
);

export type PlaceInputProps = {
  readonly context: PageContext;
  readonly name: string;
  /** Where faults name the field otherwise than the form does. */
  readonly field?: string;
  readonly value: string | undefined;
  readonly faults: readonly FormFault[];
  /** Which place, where "region" does not say it. */
  readonly label?: string;
  /** May stay empty; words say what that means. */
  readonly optional?: true | string;
};

/** What a form says where the place is lacking or no code. */
export const askPlace = ({ variant }: PageContext): string => say(texts, variant, 'ask');

/** A box for a place: people know its name, registers its code; both are read. */
export function PlaceInput({ context, name, field = name, value = '', faults, label, optional }: PlaceInputProps): VNode {
  const hint = optional === undefined ? say(texts, context.variant, 'hint') : say(texts, context.variant, 'short', { empty: optional === true ? say(texts, context.variant, 'empty') : optional });
  return (
    <Input id={field} name={name} label={label ?? say(texts, context.variant, 'label')} hint={{ content: <Mixed context={context}>{hint}</Mixed> }}
      value={value} autocomplete="off" class="govuk-input--width-20" {...langOfTyped(context, value)} {...mixedFaultAt(context, faults, field)} />
  );
}
