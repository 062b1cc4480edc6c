import { compareRatios, decimalRatio, type Ratio } from '../../../kernel/exact.js';
import { roundToFen, type Fen } from '../../../kernel/money.js';
import type { ParameterValues } from '../../../policy/parameters.js';

export type AwardLaw = ParameterValues['award.over_quota'];

/** What a determination says of an employer's people, as an award counts them. */
export type AwardCase = {
  /** Person-months that count, and the same with the severe grades twice. */
  readonly countedMonths: number;
  readonly weightedMonths: number;
  /** Decimal. */
  readonly required: string;
};

/** `unknown`: what is missing in our data. */
export type AwardTrial =
  | { readonly kind: 'none'; readonly persons: string }
  | { readonly kind: 'award'; readonly persons: string; readonly amount: Fen }
  | { readonly kind: 'unknown'; readonly missing: 'law' | 'minimum_wage' | 'required' };

const MONTHS = 12n;

/**
 * What an employer above the quota may be awarded, as a trial: an award has weights and thresholds of its own, apart from the
 * levy's. Months of a severe grade stand twice in the weighted sum, so that both kinds can be told apart.
 * @param monthlyMinimumWage yuan, decimal
 */
export function awardTrial({ countedMonths, weightedMonths, required }: AwardCase, law: AwardLaw, monthlyMinimumWage: string): AwardTrial {
  const severe = BigInt(weightedMonths - countedMonths);
  const ordinary = BigInt(countedMonths) - severe;
  const weight = decimalRatio(law.severeWeight);
  // (ordinary + severe × weight) / 12 − required
  const placed: Ratio = { num: ordinary * weight.den + severe * weight.num, den: weight.den * MONTHS };
  const surplus = minus(placed, decimalRatio(required));
  const persons = law.wholePersons ? { num: floor(surplus), den: 1n } : surplus;
  const isEnough = surplus.num > 0n && compareRatios(surplus, decimalRatio(law.minimumPersons)) >= 0 && persons.num > 0n;
  if (!isEnough) return { kind: 'none', persons: shown(surplus.num > 0n ? persons : { num: 0n, den: 1n }) };
  const wages = decimalRatio(law.monthlyMinimumWages);
  const wage = decimalRatio(monthlyMinimumWage);
  return { kind: 'award', persons: shown(persons), amount: roundToFen(persons.num * wages.num * wage.num, persons.den * wages.den * wage.den) };
}

const minus = (a: Ratio, b: Ratio): Ratio => ({ num: a.num * b.den - b.num * a.den, den: a.den * b.den });
const floor = ({ num, den }: Ratio): bigint => (num < 0n ? 0n : num / den);

/** Four decimals, cut off: a figure for people to read, from which nothing is computed. */
function shown({ num, den }: Ratio): string {
  const units = (num * 10_000n) / den;
  const text = `${units / 10_000n}.${String(units % 10_000n).padStart(4, '0')}`;
  return text.replace(/\.?0+$/, '');
}
