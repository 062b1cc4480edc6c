import { compareRatios, decimalRatio } from '../../../kernel/exact.js';
import type { Fen } from '../../../kernel/money.js';
import type { AssessmentState } from './assessment-states.js';
import { outstandingOf, overpaidOf, type TaxSide } from './sides.js';

/** Where the tax side and ours do not agree. */
export const differenceKinds = ['not_declared', 'arranged', 'staff', 'due', 'relief', 'payable', 'no_trial', 'unpaid', 'overpaid', 'paid_undeclared'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** `ours` and `theirs` are decimals, persons or yuan; null where a side has none. Money is fen. */
export type Difference = { readonly kind: DifferenceKind; readonly ours: string | Fen | null; readonly theirs: string | Fen | null };

export type OurSide = {
  readonly state: AssessmentState;
  readonly arranged: string;
  readonly trial: { readonly staff: string; readonly due: Fen; readonly relief: Fen; readonly payable: Fen } | null;
};

const differs = (ours: string, theirs: string): boolean => compareRatios(decimalRatio(ours), decimalRatio(theirs)) !== 0;

/** Every difference, none of them judged: which side is right is for people to find out. */
export function differencesOf({ arranged, trial }: OurSide, side: TaxSide): readonly Difference[] {
  const found: Difference[] = [];
  const { declaration } = side;
  if (declaration === null) {
    found.push(side.paid > 0n ? { kind: 'paid_undeclared', ours: null, theirs: side.paid } : { kind: 'not_declared', ours: trial?.payable ?? null, theirs: null });
  } else {
    if (declaration.arranged !== null && differs(arranged, declaration.arranged)) found.push({ kind: 'arranged', ours: arranged, theirs: declaration.arranged });
    if (trial === null) found.push({ kind: 'no_trial', ours: null, theirs: declaration.payable });
    else {
      if (declaration.staff !== null && differs(trial.staff, declaration.staff)) found.push({ kind: 'staff', ours: trial.staff, theirs: declaration.staff });
      for (const kind of ['due', 'relief', 'payable'] as const) if (trial[kind] !== declaration[kind]) found.push({ kind, ours: trial[kind], theirs: declaration[kind] });
    }
  }
  if (outstandingOf(side) > 0n) found.push({ kind: 'unpaid', ours: outstandingOf(side), theirs: side.paid });
  if (overpaidOf(side) > side.refunded) found.push({ kind: 'overpaid', ours: overpaidOf(side), theirs: side.refunded });
  return found;
}
