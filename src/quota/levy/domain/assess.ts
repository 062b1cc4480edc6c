import { divideHalfUp, INPUT_SCALE, powerOfTen, type Ratio } from '../../../kernel/exact.js';
import { addYears, type LocalDate } from '../../../kernel/local-date.js';
import { fen, roundToFen, ZERO_FEN, type Fen } from '../../../kernel/money.js';
import type { Scale } from '../../../policy/parameters.js';
import type { EmployerKind } from './case.js';
import { exactStaff, type LevyFacts } from './facts.js';
import type { ResolvedPolicy, TierRule } from './resolved-policy.js';

/** What of a case is not a quantity. */
export type Employer = { readonly kind: EmployerKind; readonly registeredOn: LocalDate | null };

export type ExemptionOutcome = 'exempt' | 'kind' | 'staff' | 'age' | 'registration_unknown';
export type TierOutcome = { readonly kind: 'applied'; readonly tier: TierRule } | { readonly kind: 'none_in_force' | 'ratio_reached' | 'nothing_due' | 'exempt' };

/** The levy, every number exact; `den` of a ratio is positive. */
export type Assessment = {
  readonly staffExact: Ratio;
  readonly staff: Ratio;
  readonly arrangedExact: Ratio;
  readonly arranged: Ratio;
  readonly required: Ratio;
  readonly gap: Ratio;
  readonly averageWage: Ratio;
  readonly leviedWage: Ratio;
  readonly capped: boolean;
  readonly due: Fen;
  readonly exemption: ExemptionOutcome;
  readonly tier: TierOutcome;
  readonly reliefKind: 'none' | 'tier' | 'exempt';
  /** In millionths. */
  readonly reliefRate: bigint;
  readonly relief: Fen;
  readonly alreadyPaid: Fen;
  readonly payable: Fen;
  readonly refundDue: Fen;
};

const MILLION = powerOfTen(INPUT_SCALE);
const ZERO: Ratio = { num: 0n, den: 1n };

/** Rounds half up to the scale; `exact` keeps the value. */
export function roundTo(value: Ratio, scale: Scale): Ratio {
  if (scale === 'exact') return value;
  const unit = powerOfTen(scale);
  return { num: divideHalfUp(value.num * unit, value.den), den: unit };
}

/** Staff as the law counts it: after the regional rounding. */
export const staffOf = (facts: LevyFacts, policy: ResolvedPolicy): Ratio => roundTo(exactStaff(facts), policy.staffScale.value);

/**
 * The order of computation of levy.md (财税〔2015〕72号 art. 8; the columns of the declaration form 缴费申报表).
 * Exact between the named roundings. Asking an average from a total with no staff is refused before this is called.
 */
export function assess(facts: LevyFacts, employer: Employer, policy: ResolvedPolicy, alreadyPaid: Fen): Assessment {
  const staffExact = exactStaff(facts);
  const staff = staffOf(facts, policy);
  const arrangedExact = facts.givenArranged ?? { num: facts.weightedMonths as bigint, den: 12n };
  const arranged = facts.givenArranged ?? roundTo(arrangedExact, policy.arrangedScale.value);

  const ratio = policy.ratio.value;
  const required: Ratio = { num: staff.num * ratio.num, den: staff.den * ratio.den };
  const missing = required.num * arranged.den - arranged.num * required.den;
  const gap: Ratio = missing > 0n ? { num: missing, den: required.den * arranged.den } : ZERO;

  const averageWage = averageOf(facts, staff, policy);
  const cap = policy.wageCap;
  const capped = cap !== null && averageWage.num * cap.den > cap.num * averageWage.den;
  const leviedWage = capped ? cap : averageWage;

  const due = gap.num === 0n ? ZERO_FEN : roundToFen(gap.num * leviedWage.num, gap.den * leviedWage.den);
  const exemption = exemptionOf(employer, staff, policy);
  const tier = tierOf(staff, arranged, gap, due, exemption, policy);

  let reliefKind: Assessment['reliefKind'] = 'none';
  let reliefRate = 0n;
  if (due > 0n && exemption === 'exempt') {
    reliefKind = 'exempt';
    reliefRate = MILLION;
  } else if (tier.kind === 'applied') {
    reliefKind = 'tier';
    reliefRate = tier.tier.reliefUnits;
  }
  const relief = fen(reliefRate === 0n ? 0n : divideHalfUp(due * reliefRate, MILLION));
  const owed = due - relief;
  return {
    staffExact, staff, arrangedExact, arranged, required, gap, averageWage, leviedWage, capped, due, exemption, tier, reliefKind, reliefRate, relief, alreadyPaid,
    payable: fen(owed > alreadyPaid ? owed - alreadyPaid : 0n),
    refundDue: fen(alreadyPaid > owed ? alreadyPaid - owed : 0n),
  };
}

function averageOf(facts: LevyFacts, staff: Ratio, policy: ResolvedPolicy): Ratio {
  if (facts.wages.kind === 'average') return facts.wages.value;
  const total = facts.wages.value;
  return roundTo({ num: total.num * staff.den, den: total.den * staff.num }, policy.averageWageScale.value);
}

/** 财政部公告2019年第98号 and 2023年第8号: enterprises only; before 2020 only until an anniversary of their registration (财税〔2015〕72号, 财税〔2017〕18号). */
function exemptionOf(employer: Employer, staff: Ratio, policy: ResolvedPolicy): ExemptionOutcome {
  if (employer.kind !== 'enterprise') return 'kind';
  const { maxStaff, withinYears } = policy.exemption.value;
  if (staff.num > BigInt(maxStaff) * staff.den) return 'staff';
  if (withinYears === null) return 'exempt';
  if (employer.registeredOn === null) return 'registration_unknown';
  return policy.readingDay < addYears(employer.registeredOn, withinYears) ? 'exempt' : 'age';
}

/** 发改价格规〔2019〕2015号: the tier is chosen by arranged / staff, its lower edge belongs to it. */
function tierOf(staff: Ratio, arranged: Ratio, gap: Ratio, due: Fen, exemption: ExemptionOutcome, policy: ResolvedPolicy): TierOutcome {
  if (policy.tiers.value.length === 0) return { kind: 'none_in_force' };
  if (gap.num === 0n) return { kind: 'ratio_reached' };
  if (due === 0n) return { kind: 'nothing_due' };
  if (exemption === 'exempt') return { kind: 'exempt' };
  for (const tier of policy.tiers.value) {
    if (arranged.num * staff.den * tier.from.den >= tier.from.num * staff.num * arranged.den) return { kind: 'applied', tier };
  }
  return { kind: 'none_in_force' };
}
