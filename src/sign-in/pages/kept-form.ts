import { nextPath } from '../domain/next-path.js';

/** A form that was sent when the session had ended: its address and its fields, carried through the sign-in in a hidden field. */
export type KeptForm = { readonly path: string; readonly fields: readonly (readonly [string, string])[] };

export const writeKept = (kept: KeptForm): string => JSON.stringify([kept.path, ...kept.fields.flat()]);

/** Null for anything but what `writeKept` writes. It leads only to a path of this service, and only by the person's own press of a button. */
export function readKept(text: string | undefined): KeptForm | null {
  if (text === undefined || text === '') return null;
  const parts = parse(text);
  if (parts === null || parts.length % 2 !== 1) return null;
  const [given, ...rest] = parts;
  const path = nextPath(given);
  if (path === null) return null;
  return { path, fields: Array.from({ length: rest.length / 2 }, (_, index) => [rest[index * 2] ?? '', rest[index * 2 + 1] ?? ''] as const) };
}

function parse(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((part): part is string => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}
