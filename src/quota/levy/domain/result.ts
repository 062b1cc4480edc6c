import type { FieldError } from '../../../kernel/domain-error.js';
import type { Reference } from '../../../policy/parameters.js';

/** The rule of law behind a line. */
export type RuleUsed = {
  readonly parameter: string;
  /** First day of the value; null for a value that the case itself overrides. */
  readonly from: string | null;
  readonly reference: Reference | null;
  readonly confirmed: boolean;
};

export type LineParams = Readonly<Record<string, string | number | boolean | null>>;

/** One step of the computation, or one person-month. Its sentences are rendered on demand from `code` and `params`. */
export type StatementLine = {
  readonly code: string;
  readonly params: LineParams;
  /** Decimal string, null where the line has no number of its own. */
  readonly value: string | null;
  readonly unit: 'persons' | 'yuan' | 'ratio' | 'months' | 'days' | null;
  readonly rule: RuleUsed | null;
};

/** A rule that was looked at and did not apply, with why. */
export type NotAppliedRule = { readonly code: string; readonly params: LineParams; readonly rule: RuleUsed | null };

export type Warning = { readonly code: string; readonly params: LineParams };

export type Relief = { readonly kind: 'none' | 'tier' | 'exempt'; readonly rate: string; readonly amount: string };

export type LevyResult = {
  readonly id: string;
  readonly ok: true;
  readonly staff: string;
  readonly required: string;
  readonly arranged: string;
  readonly gap: string;
  readonly averageWage: string;
  /** Null where no cap exists or the social average wage is not known. */
  readonly wageCap: string | null;
  readonly leviedWage: string;
  readonly due: string;
  readonly relief: Relief;
  readonly alreadyPaid: string;
  readonly payable: string;
  readonly refundDue: string;
  readonly warnings: readonly Warning[];
  /** SHA-256 over the resolved values, overrides included; hex. */
  readonly policyHash: string;
  /** Absent with `--brief`. */
  readonly statement?: readonly StatementLine[];
  readonly notApplied?: readonly NotAppliedRule[];
};

export type LevyFailure = {
  readonly id: string | null;
  readonly ok: false;
  /** One-based input line, only where the line could not be read as JSON. */
  readonly line?: number;
  readonly error: { readonly code: string; readonly errors: readonly FieldError[] };
};

export type LevyOutcome = LevyResult | LevyFailure;
