const LONGEST = 2_000;

/** Where a session begins that was opened for no page in particular: the own page has the way to all that a role may do; the front page is everybody’s. */
export const FIRST_PAGE = '/account';

/**
 * A page of this service to go to after the sign-in, without its language; null where there is none. Browsers read `//host`
 * and `/\host` as another site, so a link with such a `next` could lead a person from our sign-in to somebody else's page.
 */
export function nextPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  if (!/^\/(?![/\\])[^\\\s\u0000-\u001f]*$/.test(value)) return null;
  const path = value.replace(/^\/en(?=[/?]|$)/, '');
  return path.startsWith('/') && !path.startsWith('//') ? path : path === '' || path.startsWith('?') ? `/${path}` : null;
}
