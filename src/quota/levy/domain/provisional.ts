import type { Fen } from '../../../kernel/money.js';
import { assess } from './assess.js';
import type { ArrangedEntry } from './case.js';
import type { LevyFailure } from './result.js';
import type { LevySimulator } from './simulate.js';
import type { LevyCase } from './case.js';

/** A person whose months are partly provisional: a condition is neither met nor unmet because a fact or a parameter is unknown. */
export type ProvisionalEntry = ArrangedEntry & { readonly provisionalMonths: readonly string[] };

export type ProvisionalSums = { readonly payableWith: Fen; readonly payableWithout: Fen; readonly provisionalMonths: number };

/**
 * The payable sum with the provisional months counted (only `unmet` refuses) and without them.
 * @returns null where no month is provisional: there is one sum then.
 */
export function provisionalSums(simulator: LevySimulator, levyCase: LevyCase, entries: readonly ProvisionalEntry[]): ProvisionalSums | null | LevyFailure {
  const provisionalMonths = entries.reduce((count, entry) => count + entry.provisionalMonths.length, 0);
  if (provisionalMonths === 0) return null;
  const payable = (arranged: readonly ArrangedEntry[]): Fen | LevyFailure => {
    const prepared = simulator.prepare({ ...levyCase, arranged });
    return 'ok' in prepared ? prepared : assess(prepared.facts, prepared.employer, prepared.policy, prepared.alreadyPaid).payable;
  };
  const withThem = payable(entries.map(({ provisionalMonths: _, ...entry }) => entry));
  if (typeof withThem === 'object') return withThem;
  const without = payable(entries.map(({ provisionalMonths: unsure, ...entry }) => ({ ...entry, months: entry.months.filter((month) => !unsure.includes(month)) })));
  if (typeof without === 'object') return without;
  return { payableWith: withThem, payableWithout: without, provisionalMonths };
}
