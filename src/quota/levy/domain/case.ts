import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';

/**
 * The levy case: the contract of all three doors (`levy.md`, "One contract, three doors").
 * Decimals are plain strings; months `YYYY-MM`; days `YYYY-MM-DD`.
 */
export type LevyCase = {
  readonly id: string;
  /** GB/T 2260. */
  readonly region: string;
  readonly baseYear: number;
  /** Default `baseYear + 1`. */
  readonly filingYear?: number;
  readonly filingDate?: string;
  readonly feePeriod?: 'year' | 'quarter';
  readonly employerKind: EmployerKind;
  readonly registeredOn?: string;
  readonly monthsInOperation?: number;
  readonly headcount: { readonly monthly: readonly number[] } | { readonly average: string };
  readonly seasonal?: readonly { readonly count: number; readonly months: number }[];
  readonly dispatch?: readonly DispatchEntry[];
  /** Yuan; exactly one of `totalWages` and `averageWage`. */
  readonly totalWages?: string;
  readonly averageWage?: string;
  /** Exactly one of `arranged` and `arrangedCount`; an empty list means nobody. */
  readonly arranged?: readonly ArrangedEntry[];
  readonly arrangedCount?: string;
  readonly overrides?: LevyOverrides;
  readonly alreadyPaid?: string;
};

export const EMPLOYER_KINDS = ['organ', 'institution', 'enterprise', 'social_organization', 'private_non_enterprise'] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

/** Owe no quota (残疾人就业条例 art. 8 names who does): refused with `levy.employer_not_liable`. */
export const NOT_LIABLE_KINDS = ['sole_trader', 'cooperative', 'village_committee'] as const;

/** One person counted: equal entries without `ref` are different people. */
export type ArrangedEntry = {
  readonly ref?: string;
  readonly certificate: CertificateKind;
  readonly grade: number;
  readonly months: readonly string[];
};

/** A disabled dispatched worker whom both units agreed to count on one side. `in`: counted here; `out`: at the other unit. */
export type DispatchEntry = ArrangedEntry & { readonly direction: 'in' | 'out' };

export type LevyOverrides = {
  readonly ratio?: string;
  readonly socialAverageWage?: string;
  /** Digits, or null for exact. */
  readonly scales?: { readonly staff?: number | null; readonly arranged?: number | null; readonly averageWage?: number | null };
};

export const LIMITS = {
  headcount: 10_000_000,
  /** Yuan. */
  money: 10n ** 13n,
  decimals: 6,
  firstBaseYear: 2015,
  lastFilingYear: 2035,
} as const;
