import { decimalRatio, type Ratio } from '../../../kernel/exact.js';
import { monthOf, yearOf, type LocalDate } from '../../../kernel/local-date.js';
import type { ArrangedEntry, DispatchEntry, LevyCase } from './case.js';
import type { MonthRule, ResolvedPolicy } from './resolved-policy.js';
import type { LineParams } from './result.js';

/** What a case claims, in exact numbers, before the named roundings. */
export type LevyFacts = {
  /** Head-counts alone. */
  readonly headcount: Ratio;
  readonly headcountParams: LineParams;
  /** Σ count × months of seasonal workers, in person-months. */
  readonly seasonalMonths: bigint;
  /** Agreed dispatched disabled person-months that enter and leave the staff. */
  readonly dispatchedInMonths: bigint;
  readonly dispatchedOutMonths: bigint;
  /** Σ weights of counted person-months; null where the count itself is given. */
  readonly weightedMonths: bigint | null;
  readonly givenArranged: Ratio | null;
  readonly wages: { readonly kind: 'total' | 'average'; readonly value: Ratio };
  readonly people: number;
};

const TWELVE = 12n;

/** Reads a case that passed every check into exact facts. */
export function readFacts(levyCase: LevyCase, policy: ResolvedPolicy): LevyFacts {
  const { headcount, params } = readHeadcount(levyCase, policy);
  let seasonalMonths = 0;
  if (levyCase.seasonal) for (const group of levyCase.seasonal) seasonalMonths += group.count * group.months;

  let people = 0;
  let weighted = 0;
  let dispatchedIn = 0;
  let dispatchedOut = 0;
  if (levyCase.arranged) {
    for (const entry of levyCase.arranged) weighted += weightOf(entry, policy);
    people += levyCase.arranged.length;
  }
  if (levyCase.dispatch) {
    for (const entry of levyCase.dispatch) {
      const moved = movedMonths(entry, policy);
      if (entry.direction === 'out') {
        dispatchedOut += moved;
        continue;
      }
      dispatchedIn += moved;
      if (countsDispatched(levyCase)) {
        weighted += weightOf(entry, policy);
        people++;
      }
    }
  }
  return {
    headcount,
    headcountParams: params,
    seasonalMonths: BigInt(seasonalMonths),
    dispatchedInMonths: BigInt(dispatchedIn),
    dispatchedOutMonths: BigInt(dispatchedOut),
    weightedMonths: levyCase.arrangedCount === undefined ? BigInt(weighted) : null,
    givenArranged: levyCase.arrangedCount === undefined ? null : decimalRatio(levyCase.arrangedCount),
    wages: levyCase.totalWages !== undefined
      ? { kind: 'total', value: decimalRatio(levyCase.totalWages) }
      : { kind: 'average', value: decimalRatio(levyCase.averageWage as string) },
    people,
  };
}

function readHeadcount(levyCase: LevyCase, policy: ResolvedPolicy): { headcount: Ratio; params: LineParams } {
  const given = levyCase.headcount;
  if ('average' in given) return { headcount: decimalRatio(given.average), params: { given: 'average', average: given.average, sum: null, divisor: null } };
  let sum = 0;
  for (const count of given.monthly) sum += count;
  const divisor = staffDivisor(levyCase, policy);
  return { headcount: { num: BigInt(sum), den: BigInt(divisor) }, params: { given: 'monthly', average: null, sum, divisor } };
}

/**
 * Twelve, or the months in operation of an employer registered within the base year where its region says so
 * (`staff.new_employer_divisor`). The month of registration is a month in operation.
 */
function staffDivisor(levyCase: LevyCase, policy: ResolvedPolicy): number {
  if (policy.newEmployerDivisor.value === 'twelve' || levyCase.registeredOn === undefined) return 12;
  const registered = levyCase.registeredOn as LocalDate;
  if (yearOf(registered) !== levyCase.baseYear) return 12;
  return levyCase.monthsInOperation ?? 13 - monthOf(registered);
}

/** A given count is the federation's own figure and already holds agreed dispatched persons. */
export const countsDispatched = (levyCase: LevyCase): boolean => levyCase.arrangedCount === undefined;

/** The law of a month of the base year, `YYYY-MM`. */
export const ruleOfMonth = (policy: ResolvedPolicy, month: string): MonthRule => policy.months[Number(month.slice(5)) - 1] as MonthRule;

/** Σ weights of a person's months; 0 for a month that does not count. */
function weightOf({ certificate, grade, months }: ArrangedEntry, policy: ResolvedPolicy): number {
  let weighted = 0;
  for (const month of months) weighted += ruleOfMonth(policy, month).weights[certificate][grade] as number;
  return weighted;
}

/** Only disabled workers move between units: months whose certificate does not count stay where they are. */
function movedMonths(entry: DispatchEntry, policy: ResolvedPolicy): number {
  let months = 0;
  for (const month of entry.months) {
    if ((ruleOfMonth(policy, month).weights[entry.certificate][entry.grade] as number) > 0) months++;
  }
  return months;
}

/** Staff before rounding: head-counts + seasonal + dispatched in − dispatched out, each /12. Never below 0. */
export function exactStaff(facts: LevyFacts): Ratio {
  const extra = facts.seasonalMonths + facts.dispatchedInMonths - facts.dispatchedOutMonths;
  if (extra === 0n) return facts.headcount;
  const num = facts.headcount.num * TWELVE + extra * facts.headcount.den;
  return { num: num < 0n ? 0n : num, den: facts.headcount.den * TWELVE };
}
