import type { FieldError } from '../../../kernel/domain-error.js';
import { monthOf, yearOf, type LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';

/** Groups of seasonal workers that differ in their months; there are twelve of those. */
export const MOST_SEASONAL_GROUPS = 20;

/** What the employer declares of itself for a base year. */
export type EmployerFacts = {
  /** Twelve, January first; null in a month before the registration. Null as a whole: not given yet. */
  readonly monthlyStaff: readonly (number | null)[] | null;
  readonly seasonal: readonly { readonly count: number; readonly months: number }[];
  /** Workers whom other units send; they stay in those units' staff. Null: not said. */
  readonly dispatchedStaff: number | null;
  readonly totalWages: Fen | null;
  readonly alreadyPaid: Fen;
};

export type FactsGap = 'staff' | 'wages';

/** What is still missing before a sum can be tried or the filing handed in. */
export const gapsOf = ({ monthlyStaff, totalWages }: Pick<EmployerFacts, 'monthlyStaff' | 'totalWages'>): readonly FactsGap[] =>
  [...(monthlyStaff === null ? ['staff' as const] : []), ...(totalWages === null ? ['wages' as const] : [])];

/**
 * Head-counts of an employer that was registered in the base year begin with the month of its registration; every other month
 * has one, be it 0.
 * @param registeredOn null where it is not known: then the first blank months are believed
 */
export function staffFaults(monthlyStaff: readonly (number | null)[], registeredOn: LocalDate | null, baseYear: number): readonly FieldError[] {
  const first = firstMonth(monthlyStaff, registeredOn, baseYear);
  return monthlyStaff.flatMap((count, at): FieldError[] => {
    const pointer = `/monthlyStaff/${at}`;
    if (count === null && at >= first) return [{ pointer, code: 'filing.staff.month_missing', params: { month: at + 1 } }];
    if (count !== null && count > 0 && at < first) return [{ pointer, code: 'filing.staff.before_registration', params: { month: at + 1, registeredOn: registeredOn ?? '' } }];
    return [];
  });
}

/** Whoever had staff paid them: with no wages at all the levy would come to nothing. */
export const wageFaults = ({ monthlyStaff, totalWages }: Pick<EmployerFacts, 'monthlyStaff' | 'totalWages'>): readonly FieldError[] =>
  (totalWages === 0n && (monthlyStaff ?? []).some((count) => (count ?? 0) > 0) ? [{ pointer: '/totalWages', code: 'filing.wages.none' }] : []);

function firstMonth(monthlyStaff: readonly (number | null)[], registeredOn: LocalDate | null, baseYear: number): number {
  if (registeredOn !== null) return yearOf(registeredOn) === baseYear ? monthOf(registeredOn) - 1 : 0;
  const given = monthlyStaff.findIndex((count) => count !== null);
  return given < 0 ? 0 : given;
}
