import type { Fen } from '../../../kernel/money.js';

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
