import type { VNode } from 'preact';
import { normaliseCode } from '../../kernel/normalise.js';
import type { FormFault } from '../http/form-faults.js';
import type { PageContext } from '../layout/page-context.js';
import { DateInput } from './date-input.js';
import { formFaultAt } from './post-form.js';
import type { Slot } from './slots.js';

type Typed = Readonly<Record<string, unknown>>;
type Part = 'year' | 'month' | 'day';

const boxOf = (name: string, part: Part): string => `${name}-${part}`;
const textOf = (typed: object, name: string, part: Part): string => {
  const value = (typed as Typed)[boxOf(name, part)];
  return typeof value === 'string' ? value : '';
};

export type DayInputProps = {
  readonly context: PageContext;
  /** Its boxes are `<name>-year`, `<name>-month` and `<name>-day`. */
  readonly name: string;
  /** Of its faults, where they bear another name. */
  readonly field: string;
  readonly legend: string;
  readonly hint?: Slot;
  /** The form as it was sent. */
  readonly typed: object;
  readonly faults: readonly FormFault[];
};

/** A day in three boxes of a form. The first box bears the name of its faults, so that the summary leads into it. */
export function DayInput({ context, name, field, legend, hint, typed, faults }: DayInputProps): VNode {
  const order: readonly Part[] = context.language === 'zh' ? ['year', 'month', 'day'] : ['day', 'month', 'year'];
  return (
    <DateInput id={`${field}-as-day`} fieldset={{ legend }} hint={hint} {...formFaultAt(faults, field)}
      items={order.map((part, index) => ({ name: boxOf(name, part), part, value: textOf(typed, name, part), ...(index === 0 ? { id: field } : {}) }))} />
  );
}

/** What was typed as the API takes a day, `2027-12-31`; empty where no box was filled in. Whether there is such a day is judged there. */
export function dayTyped(typed: object, name: string): string {
  const [year = '', month = '', day = ''] = (['year', 'month', 'day'] as const).map((part) => normaliseCode(textOf(typed, name, part)));
  return year + month + day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
