const LONGEST = 2000;

/**
 * A path of this service from a query or a form, or null. Browsers read `//host` and `/\host` as another
 * site, so that a link "back to where you came from" could lead away; such values are refused.
 */
export function ownPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  return /^\/(?![/\\])[^\\\s\u0000-\u001f]*$/.test(value) ? value : null;
}
