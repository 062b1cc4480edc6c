import { createHash } from 'node:crypto';
import { digestOf, drawSample, populationList, type Drawable } from './draw.js';

const population: readonly Drawable[] = Array.from({ length: 40 }, (_, at) => ({ number: `370303-2026-0000${at % 10}-000${10 + at}`, people: at % 4 }));
const numbersOf = (list: readonly Drawable[], seed: string): readonly string[] => drawSample(seed, list, 7, 2).map(({ at, people }) => `${list[at]?.number} ${people.join(' ')}`);

describe('a draw', () => {
  it('is what a person with the list, the seed and SHA-256 finds', () => {
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    const list = populationList(population);
    expect(digestOf(list)).toBe(sha(list));
    const rows = list.trimEnd().split('\n').map((row) => row.split(','));
    const byKey = (texts: readonly string[]): readonly string[] => texts.map((text) => `${sha(text)} ${text}`).sort().map((row) => row.split(' ')[1] ?? '');
    const found = byKey(rows.map(([number]) => `lot-118:${number}`)).slice(0, 7).map((key) => {
      const number = key.slice('lot-118:'.length);
      const people = Number(rows.find(([one]) => one === number)?.[1]);
      const drawn = byKey(Array.from({ length: people }, (_, before) => `${key}:${before + 1}`)).slice(0, 2).map((person) => person.slice(key.length + 1));
      return `${number} ${drawn.join(' ')}`;
    });
    expect(numbersOf(population, 'lot-118')).toEqual(found);
  });

  it('does not depend on the order of the list, and is another with another seed', () => {
    expect(numbersOf([...population].reverse(), 'lot-118')).toEqual(numbersOf(population, 'lot-118'));
    expect(numbersOf(population, 'lot-119')).not.toEqual(numbersOf(population, 'lot-118'));
  });

  it('of more than there is takes all of it once', () => {
    const all = drawSample('lot-118', population, 100, 100);
    expect(new Set(all.map(({ at }) => at)).size).toBe(40);
    expect(all.every(({ at, people }) => new Set(people).size === population[at]?.people)).toBe(true);
  });
});
