import { decimalUnits, divideHalfUp, INPUT_SCALE, powerOfTen, type Ratio } from '../../../kernel/exact.js';
import { fen, type Fen } from '../../../kernel/money.js';
import { makeYearMonth, type YearMonth } from '../../../kernel/year-month.js';
import { assess, staffOf, type Assessment } from './assess.js';
import type { LevyFacts } from './facts.js';
import type { PreparedCase } from './simulate.js';

/** A hypothetical person, never tied to a real one: ordinary counts 1, severe 2 (财税〔2015〕72号 art. 7). */
export type Severity = 'ordinary' | 'severe';

/**
 * Two questions, kept apart:
 * `new_hire`: staff and wages grow with the person; `recognised`: a present employee is counted, staff and wages stay.
 */
export type WhatIfKind = 'new_hire' | 'recognised';

export type WhatIfRow = {
  /** First month of the base year that counts. */
  readonly month: YearMonth;
  readonly months: number;
  readonly payable: Fen;
  /** Old payable − new payable; negative where the hire raises the levy. */
  readonly saved: Fen;
  /** The hire lifts the staff over the exemption's limit: the employer turns from exempt to payable. */
  readonly exemptionLost: boolean;
  readonly assessment: Assessment;
};

const WEIGHT: Readonly<Record<Severity, bigint>> = { ordinary: 1n, severe: 2n };

/** The facts with a hypothetical person counted for the last `months` months of the base year. */
export function withPerson(prepared: PreparedCase, kind: WhatIfKind, severity: Severity, months: number, monthlyWage: Fen): LevyFacts {
  const { facts, policy } = prepared;
  const counted = BigInt(months);
  const weighted: LevyFacts = facts.givenArranged
    ? { ...facts, givenArranged: plus(facts.givenArranged, { num: WEIGHT[severity] * counted, den: 12n }) }
    : { ...facts, weightedMonths: (facts.weightedMonths as bigint) + WEIGHT[severity] * counted };
  if (kind === 'recognised') return weighted;

  const before = staffOf(facts, policy);
  const extraWages: Ratio = { num: monthlyWage * counted, den: 100n };
  const total = facts.wages.kind === 'total' ? facts.wages.value : times(facts.wages.value, before);
  return {
    ...weighted,
    headcount: plus(facts.headcount, { num: counted, den: 12n }),
    wages: { kind: 'total', value: plus(total, extraWages) },
  };
}

/** The new levy and the saving for a person who starts in each month of the base year. */
export function whatIf(prepared: PreparedCase, kind: WhatIfKind, severity: Severity, monthlyWage: Fen): readonly WhatIfRow[] {
  const before = assessPrepared(prepared, prepared.facts);
  return Array.from({ length: 12 }, (_, index) => {
    const months = 12 - index;
    const after = assessPrepared(prepared, withPerson(prepared, kind, severity, months, monthlyWage));
    return {
      month: makeYearMonth(prepared.levyCase.baseYear, index + 1),
      months,
      payable: after.payable,
      saved: fen(net(before) - net(after)),
      exemptionLost: before.exemption === 'exempt' && after.exemption === 'staff',
      assessment: after,
    };
  });
}

/** What the year costs after relief and payments: payable less refund, so that a refund counts as money back. */
const net = (sums: Assessment): bigint => sums.payable - sums.refundDue;

const assessPrepared = ({ employer, policy, alreadyPaid }: PreparedCase, facts: LevyFacts): Assessment => assess(facts, employer, policy, alreadyPaid);

/**
 * The highest monthly wage (yuan in fen) at which hiring for `months` months costs no more than the levy saved:
 * wage × months + new levy ≤ old levy. Null where even a wage of nothing would not pay for itself.
 * The cost grows with the wage (the person also raises the average wage), so bisection over whole fen is exact.
 */
export function breakEvenWage(prepared: PreparedCase, severity: Severity, months: number): Fen | null {
  const before = net(assessPrepared(prepared, prepared.facts));
  const worth = (wage: bigint): boolean =>
    wage * BigInt(months) + net(assessPrepared(prepared, withPerson(prepared, 'new_hire', severity, months, fen(wage)))) <= before;
  if (!worth(0n)) return null;
  let low = 0n;
  let high = 1n;
  while (worth(high)) [low, high] = [high, high * 2n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (worth(middle)) low = middle;
    else high = middle;
  }
  return fen(low);
}

const plus = (a: Ratio, b: Ratio): Ratio => ({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });
const times = (a: Ratio, b: Ratio): Ratio => ({ num: a.num * b.num, den: a.den * b.den });

/** Monthly average of a yearly wage, half up to the fen: the wage proposed where the asker names none. */
export const monthlyOf = (yearly: Ratio): Fen => fen(divideHalfUp(yearly.num * 100n, yearly.den * 12n));

/** Reads yuan with up to six decimals into fen, half up. */
export const toFen = (yuan: string): Fen => fen(divideHalfUp(decimalUnits(yuan, INPUT_SCALE), powerOfTen(INPUT_SCALE - 2)));
