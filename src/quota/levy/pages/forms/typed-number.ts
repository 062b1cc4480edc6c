import { toHalfWidth } from '../../../../kernel/normalise.js';

/** Thousands (1,234,567) or Chinese myriads (123,4567), complete groups only: `1,5` is no number that we could know. */
const GROUPED = /^([+-]?)(\d{1,4}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(\.\d+)?$/;
const UNITS = /^[¥￥]|(?:元整?|圆|人|个|名|%)$/g;
const MYRIAD = /^(\d+)(?:\.(\d+))?万$/;

/**
 * A number as a person means it: `１２，０００．５０ 元`, `￥12 000.5`, `2000万` become plain decimals.
 * What is no number comes back as typed, so that the contract can say what is wrong with it.
 */
export function plainNumber(typed: string): string {
  const squeezed = toHalfWidth(typed).replace(/\s/g, '').replace(/(?<=\d)[。．](?=\d)/g, '.').replace(/，/g, ',');
  const bare = squeezed.replace(UNITS, '');
  const grouped = GROUPED.exec(bare);
  const plain = grouped ? `${grouped[1]}${(grouped[2] as string).replaceAll(',', '')}${grouped[3] ?? ''}` : bare;
  const myriad = MYRIAD.exec(plain);
  return (myriad ? timesTenThousand(myriad[1] as string, myriad[2] ?? '') : plain).replace(/^\+(?=\d)/, '');
}

/** A share as typed: `1.5%` becomes `0.015`, `0.015` stays. */
export function plainShare(typed: string): string {
  const plain = plainNumber(typed);
  const isPercent = /[%％]\s*$/.test(typed) && /^\d+(?:\.\d+)?$/.test(plain);
  if (!isPercent) return plain;
  const [whole = '0', fraction = ''] = plain.split('.');
  const digits = whole.padStart(3, '0');
  return trimmed(`${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`);
}

/** `typed` where the contract wants a JSON number; a text that is none is passed on and refused there. */
export function wholeNumber(typed: string): number | string {
  const plain = plainNumber(typed);
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : plain;
}

/** `2010`, `２０１０年`, `05`: the digits of one box of a date; other text as it is. */
export const dateDigits = (typed: string): string => toHalfWidth(typed).replace(/\s/g, '').replace(/[年月日号]$/, '');

function timesTenThousand(whole: string, fraction: string): string {
  const shifted = fraction.padEnd(4, '0');
  return trimmed(`${whole}${shifted.slice(0, 4)}.${shifted.slice(4)}`);
}

function trimmed(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const rest = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}
