import { err, ok, type Result } from '../../../kernel/result.js';

/** Why every month that a line claims counts although something did not speak for itself; a closed list. */
export const acceptanceReasons = ['paper_proves', 'register_outdated', 'explained'] as const;
/** Why months that a line claims do not count; a closed list. */
export const refusalReasons = [
  'certificate_missing', 'certificate_invalid', 'contract_missing', 'insurance_missing', 'wage_below_minimum', 'outside_working_age', 'counts_elsewhere', 'not_working', 'paper_missing',
] as const;
/** What a reviewer can choose. `other` goes both ways, with words. */
export const chosenReasons = [...acceptanceReasons, ...refusalReasons, 'other'] as const;
export type ChosenReason = (typeof chosenReasons)[number];
/** `clear`: accepted with all lines that need no look. */
export type DecisionReason = ChosenReason | 'clear';

/** Months of a line that somebody else claims too. Bit masks, bit 0 is January of the base year. */
export type Contested = {
  /** Nobody has settled them yet. */
  readonly open: number;
  /** Settled, and not for this employer. */
  readonly lost: number;
};

export const NOT_CONTESTED: Contested = { open: 0, lost: 0 };

/**
 * Months of a line that a comparison leaves nothing to ask about: the only ones that a form may have ticked before a person has
 * looked. What is unmet, what no register knows and what somebody else claims is for that person to tick.
 * @param compared null where nothing was compared
 */
export function beyondDoubt(claimed: number, compared: { readonly counted: number; readonly paper: number } | null, { open, lost }: Contested): number {
  return compared === null ? 0 : claimed & compared.counted & ~compared.paper & ~(open | lost);
}

export type LineWish = { readonly claimed: number; readonly months: number; readonly reason: ChosenReason; readonly words: string | null };

export type LineFault =
  | 'review.line.month_not_claimed' | 'review.line.reason_refuses' | 'review.line.reason_accepts' | 'review.line.words_required' | 'review.line.conflict_open' | 'review.line.conflict_lost';

const isOf = (list: readonly string[], reason: string): boolean => list.includes(reason);

/** Whether a line can be decided like this: within what it claims, with a reason that says the same as the months, and never past a conflict. */
export function judgeWish({ claimed, months, reason, words }: LineWish, { open, lost }: Contested): Result<null, LineFault> {
  if (months & ~claimed) return err('review.line.month_not_claimed');
  if (months & open) return err('review.line.conflict_open');
  if (months & lost) return err('review.line.conflict_lost');
  const whole = months === claimed;
  if (whole && isOf(refusalReasons, reason)) return err('review.line.reason_refuses');
  if (!whole && isOf(acceptanceReasons, reason)) return err('review.line.reason_accepts');
  // Whoever loses months is told why in words, not by a code alone.
  if ((!whole || reason === 'other') && words === null) return err('review.line.words_required');
  return ok(null);
}
