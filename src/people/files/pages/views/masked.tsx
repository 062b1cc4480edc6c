import type { VNode } from 'preact';
import type { Kit } from './kit.js';

const MASKED = /^([^*]*)\*+([^*]*)$/;

/** A masked number: for the eye as it is, for the ear without a row of stars. @param none what stands where there is none */
export function Masked({ kit: { t }, value, none }: { readonly kit: Kit; readonly value: string | null; readonly none: string }): VNode {
  const [, start, end] = MASKED.exec(value ?? '') ?? [];
  if (value === null || start === undefined || end === undefined) return <>{value ?? none}</>;
  return <><span aria-hidden="true">{value}</span><span class="govuk-visually-hidden">{end === '' ? t('maskedEnd', { start }) : t('maskedMiddle', { start, end })}</span></>;
}
