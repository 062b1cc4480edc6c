import { decimalUnits, INPUT_SCALE, powerOfTen, type Ratio } from '../../../kernel/exact.js';
import { monthOf, yearOf, type LocalDate } from '../../../kernel/local-date.js';
import type { ArrangedEntry, DispatchEntry, LevyCase } from './case.js';
import type { ResolvedPolicy } from './resolved-policy.js';
import type { LineParams, RuleUsed } from './result.js';

/** One person in one month with the weight the law gives it; weight 0 is a refusal. */
export type PersonMonth = {
  readonly person: number;
  readonly entry: ArrangedEntry;
  readonly month: string;
  readonly weight: number;
  readonly rule: RuleUsed;
  readonly dispatched: boolean;
};

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
  readonly personMonths: readonly PersonMonth[];
  readonly people: number;
};

const ONE_MILLION = powerOfTen(INPUT_SCALE);
const TWELVE = 12n;

export const ratioOf = (text: string): Ratio => ({ num: decimalUnits(text, INPUT_SCALE), den: ONE_MILLION });

/** Reads a case that passed every check into exact facts. */
export function readFacts(levyCase: LevyCase, policy: ResolvedPolicy): LevyFacts {
  const { headcount, params } = readHeadcount(levyCase, policy);
  let seasonalMonths = 0;
  if (levyCase.seasonal) for (const group of levyCase.seasonal) seasonalMonths += group.count * group.months;

  const personMonths: PersonMonth[] = [];
  let person = 0;
  let weighted = 0;
  let dispatchedIn = 0;
  let dispatchedOut = 0;
  if (levyCase.arranged) {
    for (const entry of levyCase.arranged) weighted += countEntry(entry, ++person, false, policy, personMonths);
  }
  if (levyCase.dispatch) {
    for (const entry of levyCase.dispatch) {
      const moved = movedMonths(entry, policy);
      if (entry.direction === 'out') {
        dispatchedOut += moved;
        continue;
      }
      dispatchedIn += moved;
      // A given count is the federation's own figure and already holds agreed dispatched persons.
      if (levyCase.arrangedCount === undefined) weighted += countEntry(entry, ++person, true, policy, personMonths);
    }
  }
  return {
    headcount,
    headcountParams: params,
    seasonalMonths: BigInt(seasonalMonths),
    dispatchedInMonths: BigInt(dispatchedIn),
    dispatchedOutMonths: BigInt(dispatchedOut),
    weightedMonths: levyCase.arrangedCount === undefined ? BigInt(weighted) : null,
    givenArranged: levyCase.arrangedCount === undefined ? null : ratioOf(levyCase.arrangedCount),
    wages: levyCase.totalWages !== undefined
      ? { kind: 'total', value: ratioOf(levyCase.totalWages) }
      : { kind: 'average', value: ratioOf(levyCase.averageWage as string) },
    personMonths,
    people: person,
  };
}

function readHeadcount(levyCase: LevyCase, policy: ResolvedPolicy): { headcount: Ratio; params: LineParams } {
  const given = levyCase.headcount;
  if ('average' in given) return { headcount: ratioOf(given.average), params: { given: 'average', average: given.average, sum: null, divisor: null } };
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

function countEntry(entry: ArrangedEntry, person: number, dispatched: boolean, policy: ResolvedPolicy, into: PersonMonth[]): number {
  let weighted = 0;
  for (const month of entry.months) {
    const { weights, rule } = policy.months.get(month) as NonNullable<ReturnType<ResolvedPolicy['months']['get']>>;
    const weight = weights[entry.certificate][entry.grade] as number;
    weighted += weight;
    into.push({ person, entry, month, weight, rule, dispatched });
  }
  return weighted;
}

/** Only disabled workers move between units: months whose certificate does not count stay where they are. */
function movedMonths(entry: DispatchEntry, policy: ResolvedPolicy): number {
  let months = 0;
  for (const month of entry.months) {
    if ((policy.months.get(month)?.weights[entry.certificate][entry.grade] ?? 0) > 0) months++;
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
