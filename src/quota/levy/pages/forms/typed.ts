/** What stands in the boxes of a form, by name: as typed, or as the draft has it. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** Longest text of a box that is kept; nobody types more, and it is printed back. */
const MOST_CHARACTERS = 200;

/** The fields of a posted form; of a name sent twice the first counts, anything but text is left out. */
export function typedOf(body: unknown): Typed {
  const fields = new Map<string, string>();
  if (typeof body !== 'object' || body === null) return {};
  for (const [name, value] of Object.entries(body)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') fields.set(name, first.slice(0, MOST_CHARACTERS));
  }
  return Object.fromEntries(fields);
}

export const textOf = (typed: Typed, name: string): string => (Object.hasOwn(typed, name) ? (typed[name] ?? '') : '').trim();
