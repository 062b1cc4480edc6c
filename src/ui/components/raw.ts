import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';

/**
 * The one place where a string becomes markup without being escaped. Only for markup that this
 * project wrote itself; never for anything that came from a person, a file or the database.
 */
export function raw(html: string): VNode {
  return jsxTemplate([html]);
}
