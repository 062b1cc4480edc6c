import type { FieldError, TextParams } from '../../../../kernel/domain-error.js';
import { say, type Dictionary, type TextVariant } from '../../../../kernel/texts.js';
import { parameterTitles, type ParameterKey } from '../../../../policy/index.js';
import { levyCaseErrorTexts } from '../../dto/texts.js';
import { levyErrorTexts } from '../../texts.js';
import { labelTexts, levyPageErrorTexts, type LabelText } from '../texts/fault-texts.js';

/** A control of a form: its id in the page, the place in the case that it fills, its name in sentences. */
export type Place = { readonly field: string; readonly pointer: string; readonly label: LabelText; readonly labelParams?: TextParams };

/** What is wrong with a control. */
export type FormFault = { readonly field: string; readonly code: string; readonly label: LabelText; readonly labelParams?: TextParams; readonly params?: TextParams };

export const faultAt = ({ field, label, labelParams }: Omit<Place, 'pointer'>, code: string, params?: TextParams): FormFault =>
  ({ field, code, label, ...(labelParams ? { labelParams } : {}), ...(params ? { params } : {}) });

/** Faults of the contract laid on the controls of a form; those of other places are left out. One fault for each control. */
export function faultsAt(errors: readonly FieldError[], places: readonly Place[]): readonly FormFault[] {
  const found = new Map<string, FormFault>();
  for (const { pointer, code, params } of errors) {
    const place = placeOf(pointer, places);
    if (place && !found.has(place.field)) found.set(place.field, faultAt(place, code, params));
  }
  return [...found.values()];
}

function placeOf(pointer: string, places: readonly Place[]): Place | undefined {
  return places
    .filter((place) => pointer === place.pointer || pointer.startsWith(`${place.pointer}/`))
    .sort((a, b) => b.pointer.length - a.pointer.length)[0];
}

const sourcesInOrder: readonly Dictionary[] = [levyPageErrorTexts, levyErrorTexts, levyCaseErrorTexts];

/** The same words in the summary and at the control. */
export function faultSentence(fault: FormFault, variant: TextVariant): string {
  const source = sourcesInOrder.find(({ zh }) => Object.hasOwn(zh, fault.code));
  if (!source) throw new Error(`no sentence for ${fault.code}`);
  const words = say(labelTexts, variant, fault.label, fault.labelParams ?? {});
  // A space between a character and a digit: 请填写 1 月的人数.
  const label = /^\d/.test(words) ? ` ${words}` : words;
  return say(source, variant, fault.code, { ...readable(fault.params ?? {}, variant), label }).trimStart();
}

/** Limits are read more easily in groups (10,000,000), parameters of law by their names. */
function readable(params: TextParams, variant: TextVariant): TextParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => {
    if (name === 'max' && /^\d{5,}$/.test(String(value))) return [name, new Intl.NumberFormat('en').format(BigInt(String(value)))];
    if (name === 'parameter' && Object.hasOwn(parameterTitles.zh, String(value))) return [name, say(parameterTitles, variant, value as ParameterKey)];
    return [name, value];
  }));
}
