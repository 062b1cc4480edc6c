import { parse } from 'yaml';
import { parseLocalDate, type LocalDate } from '../../kernel/local-date.js';

export type Dated<V> = { readonly from: LocalDate; readonly value: V; readonly reference: { readonly title: string; readonly article: string }; readonly confirmed: boolean };

/** A file of config/privacy that is not as it must be: the boot stops and says where. */
export class PrivacyDataError extends Error {
  constructor(file: string, what: string) {
    super(`config/privacy/${file}: ${what}`);
    this.name = 'PrivacyDataError';
  }
}

/**
 * Dated values by name, the oldest first.
 * @param names every one must be there, and none besides
 * @param key under which each entry holds its value
 * @throws PrivacyDataError
 */
export function readDated<N extends string, V>(file: string, text: string, names: readonly N[], key: string, valueOf: (value: unknown) => V | null): Readonly<Record<N, readonly Dated<V>[]>> {
  const fail = (what: string): never => { throw new PrivacyDataError(file, what); };
  const root: unknown = parse(text);
  if (!isMap(root)) return fail('not a map of names');
  const extra = Object.keys(root).find((name) => !(names as readonly string[]).includes(name));
  if (extra !== undefined) fail(`${extra} is not known`);
  const read = names.map((name) => {
    const entries = root[name];
    if (!Array.isArray(entries) || entries.length === 0) return fail(`${name} has no values`);
    const values = entries.map((entry: unknown): Dated<V> => dated(entry, key, valueOf) ?? fail(`${name} has an entry that is malformed or holds an unknown key`));
    if (values.some(({ from }, index) => index > 0 && from <= (values[index - 1]?.from ?? ''))) fail(`${name} is not in the order of its days`);
    return [name, values] as const;
  });
  return Object.fromEntries(read) as unknown as Readonly<Record<N, readonly Dated<V>[]>>;
}

/** @throws PrivacyDataError before the first day that is known */
export function valueOn<V>(name: string, values: readonly Dated<V>[], day: LocalDate): Dated<V> {
  const found = values.findLast(({ from }) => from <= day);
  if (!found) throw new PrivacyDataError(name, `nothing is known for ${day}`);
  return found;
}

function dated<V>(entry: unknown, key: string, valueOf: (value: unknown) => V | null): Dated<V> | null {
  if (!isMap(entry) || Object.keys(entry).sort().join() !== ['confirmed', 'from', 'reference', key].sort().join()) return null;
  const { from, reference, confirmed } = entry;
  const day = parseLocalDate(from instanceof Date ? from.toISOString().slice(0, 10) : String(from));
  const value = valueOf(entry[key]);
  if (!day.ok || value === null || typeof confirmed !== 'boolean' || !isMap(reference)) return null;
  const { title, article } = reference;
  return typeof title === 'string' && typeof article === 'string' ? { from: day.value, value, reference: { title, article }, confirmed } : null;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
