import type { Fen } from '../../../kernel/money.js';

export type Outcome = 'determined' | 'refused' | 'corrected';
export type StepsReason = 'region' | 'refusal' | 'correction';
export type StepsNeeded = { readonly steps: 1 | 2; readonly reason: StepsReason };

export type CheckedFiling = {
  /** What the region says; null where no value is known, which takes two. */
  readonly regionSteps: 1 | 2 | null;
  /** Claimed person-months that do not count. */
  readonly refusedMonths: number;
  /** By how much the refusal raises the trial sum; null where no sum can be worked out. */
  readonly effect: Fen | null;
  /** From when on a refusal takes two people; null where no value is known, so that every refusal does. */
  readonly limit: Fen | null;
};

/** How many people must check: the region's rule, and two in any case for a refusal that weighs. */
export function stepsNeeded({ regionSteps, refusedMonths, effect, limit }: CheckedFiling): StepsNeeded {
  if (regionSteps !== 1) return { steps: 2, reason: 'region' };
  if (refusedMonths === 0) return { steps: 1, reason: 'region' };
  if (limit === null || effect === null || effect > limit) return { steps: 2, reason: 'refusal' };
  return { steps: 1, reason: 'region' };
}

/** A filing of which no month counts is refused; every other is determined with the months that do. */
export const outcomeOf = (countedMonths: number): 'determined' | 'refused' => (countedMonths === 0 ? 'refused' : 'determined');
