import { assess, staffOf } from './assess.js';
import type { LevyOutcome } from './result.js';
import { resultOf, type PreparedCase } from './simulate.js';

/** Person-months that were judged elsewhere (a roster, a review): sums instead of a list of people. */
export type CountedMonths = {
  /** Σ weights of counted person-months. */
  readonly weightedMonths: number;
  /** Months of agreed dispatched disabled workers that enter and leave the staff. */
  readonly dispatchedInMonths: number;
  readonly dispatchedOutMonths: number;
  /** Different people among them. */
  readonly people: number;
};

/**
 * The levy of a case whose people are already counted, beside those that the case itself may name. A roster of 100,000
 * people would otherwise be judged a second time and told twice.
 * @param prepared a case with `arranged`, made by `LevySimulator.prepare`
 */
export function assessCounted(prepared: PreparedCase, counted: CountedMonths, options: { readonly statement: boolean }): LevyOutcome {
  const { facts, employer, policy, alreadyPaid, levyCase } = prepared;
  if (facts.weightedMonths === null) throw new RangeError('the case brings its own count');
  const all: PreparedCase = {
    ...prepared,
    facts: {
      ...facts,
      weightedMonths: facts.weightedMonths + BigInt(counted.weightedMonths),
      dispatchedInMonths: facts.dispatchedInMonths + BigInt(counted.dispatchedInMonths),
      dispatchedOutMonths: facts.dispatchedOutMonths + BigInt(counted.dispatchedOutMonths),
      people: facts.people + counted.people,
    },
  };
  if (facts.wages.kind === 'total' && staffOf(all.facts, policy).num === 0n) {
    return { id: levyCase.id, ok: false, error: { code: 'levy.case.invalid', errors: [{ pointer: '/totalWages', code: 'levy.case.staff_zero' }] } };
  }
  return resultOf(all, assess(all.facts, employer, policy, alreadyPaid), options.statement);
}
