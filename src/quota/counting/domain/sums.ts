import type { VerdictGroup } from './verdict.js';

/** Person-months in numbers that add up: months that count, Σ of their weights, and both without the provisional ones. */
export type VerdictSums = { readonly counted: number; readonly weighted: number; readonly certain: number; readonly certainWeighted: number };

export function sumsOf(groups: readonly VerdictGroup[]): VerdictSums {
  let [counted, weighted, certain, certainWeighted] = [0, 0, 0, 0];
  for (const group of groups) {
    if (!group.counted) continue;
    const months = monthsIn(group.months);
    counted += months;
    weighted += months * group.weight;
    if (group.provisional) continue;
    certain += months;
    certainWeighted += months * group.weight;
  }
  return { counted, weighted, certain, certainWeighted };
}

/** Number of months in a bit mask. */
export function monthsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
