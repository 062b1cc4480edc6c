import { err, ok, type Result } from '../../../kernel/result.js';
import type { ConflictSide } from './conflict.js';

/** Why a person settled as they did; a closed list. */
export const settlementReasons = ['insurance_here', 'contract_here', 'agreement_shown', 'employer_gave_up', 'nobody_proved', 'not_the_same_person', 'other'] as const;
export type SettlementReason = (typeof settlementReasons)[number];

/** Months by credit code; what is named nowhere counts with nobody. */
export type Awards = Readonly<Record<string, number>>;

/** As somebody gives them, one side after another. */
export type Award = { readonly uscc: string; readonly months: number };

/** A month that is given to a side twice is one; to two sides it is a fault, which `settle` tells. */
export function awardsOf(list: readonly Award[]): Awards {
  const awards: Record<string, number> = {};
  for (const { uscc, months } of list) awards[uscc] = (awards[uscc] ?? 0) | months;
  return awards;
}

export type SettlementFault = 'comparison.conflict.month_twice' | 'comparison.conflict.not_contested' | 'comparison.conflict.no_such_side' | 'comparison.conflict.side_without_filing';

/**
 * Every contested month to one side at most, and only to one that has a filing.
 * @param contested months in question @returns months awarded to each side, 0 for those that get none
 */
export function settle(sides: readonly ConflictSide[], contested: number, awards: Awards): Result<Awards, SettlementFault> {
  let given = 0;
  for (const [uscc, months] of Object.entries(awards)) {
    const side = sides.find((candidate) => candidate.uscc === uscc);
    if (side === undefined) return err('comparison.conflict.no_such_side');
    if (months !== 0 && side.declarationId === null) return err('comparison.conflict.side_without_filing');
    if (months & ~contested) return err('comparison.conflict.not_contested');
    if (given & months) return err('comparison.conflict.month_twice');
    given |= months;
  }
  return ok(Object.fromEntries(sides.map(({ uscc }) => [uscc, awards[uscc] ?? 0])));
}

/**
 * The contested months do not count on the sides that the caller is responsible for. @returns the awards that follow; null where
 * more than one other side is left, which is for somebody who is responsible for all of them
 */
export function yieldAll(sides: readonly (ConflictSide & { readonly isInScope: boolean })[], contested: number): Awards | null {
  const others = sides.filter(({ declarationId, isInScope }) => declarationId !== null && !isInScope);
  if (others.length > 1) return null;
  return Object.fromEntries(others.map(({ uscc, claimed, counted }) => [uscc, (claimed | counted) & contested]));
}

/** What a settlement means for the months of one side: those that it may not count, and those that count here whatever its agreement says. */
export const settledFor = ({ awarded, contested }: { readonly awarded: number; readonly contested: number }): { readonly lost: number; readonly won: number } =>
  ({ lost: contested & ~awarded, won: awarded });
