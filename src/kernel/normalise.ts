/**
 * What people type means the same in full-width and half-width: `１２３`, `Ｘ`, ideographic spaces and no-break spaces
 * are normalised, never rejected (WCAG 3.3; review.md "Roster import").
 */
export function toHalfWidth(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0\u2000-\u200b\ufeff]/g, ' ');
}

/** A number or code as meant: half-width, upper case, without any space, quote mark or zero-width sign. */
export const normaliseCode = (text: string): string => toHalfWidth(text).replace(/[\s'‘’`]/g, '').toUpperCase();

/** Free text as meant: half-width spaces, trimmed, inner runs of spaces made one. Full-width words stay as they are. */
export const normaliseText = (text: string): string => text.replace(/[\u3000\u00a0\u2000-\u200b\ufeff\s]+/g, ' ').trim();
