import { raw } from '../../src/ui/components/raw.js';

/** Options of a govuk-frontend macro, as they stand in its fixtures. */
export type Options = { [key: string]: unknown };

const isOptions = (value: unknown): value is Options => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `html` wins over `text`, as in the macros. */
export function content(text: unknown, html: unknown): unknown {
  return html ? raw(String(html).trim()) : text === undefined || text === null || text === false ? undefined : String(text);
}

/** `attributes: { x: { value, optional } }` and falsy values, as the macro `govukAttributes` reads them. */
function attributes(value: unknown): unknown {
  if (!isOptions(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => {
    const { value: v, optional } = isOptions(item) ? item : { value: item, optional: false };
    if (optional === true) return [name, v === true ? '' : v === false ? undefined : v];
    return [name, v === undefined || v === null ? '' : String(v)];
  }));
}

/** Renames the macros' options to our props: `classes` to `class`, `text`/`html` to `content`. */
export function props(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(props);
  if (!isOptions(value)) return value;
  const result: Options = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === 'classes') result.class = item;
    else if (key === 'attributes') result.attributes = attributes(item);
    else if (key === 'html' || key === 'text') result.content = content(value.text, value.html);
    else result[key] = props(item);
  }
  return result;
}
