import { createHash } from 'node:crypto';

/** A filing that could be drawn: the number by which everybody speaks of it, and how many people it claims. */
export type Drawable = { readonly number: string; readonly people: number };

/** `at` counts the list from 0. People are counted on the list of their filing from 1, whoever claims no month left out; in the order of the draw. */
export type Drawn = { readonly at: number; readonly people: readonly number[] };

/**
 * Whose digest is smallest comes first: filings by `seed:number`, of each its people by `seed:number:person`. Nothing but the seed
 * and the list goes in, so that whoever has both draws the same; who knows only the seed of another draw cannot tell what this one finds.
 */
export function drawSample(seed: string, population: readonly Drawable[], cases: number, peopleEach: number): readonly Drawn[] {
  const filings = smallest(population.map(({ number, people }, at) => ({ number, people, at })), ({ number }) => `${seed}:${number}`, cases);
  return filings.map(({ number, people, at }) => ({ at, people: smallest(Array.from({ length: people }, (_, before) => before + 1), (person) => `${seed}:${number}:${person}`, peopleEach) }));
}

/** The list as it is kept and handed out: a line for each filing, `number,people`. */
export const populationList = (population: readonly Drawable[]): string => population.map(({ number, people }) => `${number},${people}\n`).join('');

/** SHA-256 in hex, of the text in UTF-8. */
export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function smallest<T>(items: readonly T[], named: (item: T) => string, most: number): readonly T[] {
  const keyed = items.map((item) => ({ item, key: digestOf(named(item)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).slice(0, most).map(({ item }) => item);
}
