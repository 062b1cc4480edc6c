import type { TextParams } from '../../../kernel/domain-error.js';
import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { Finding, FindingCode, JudgedCondition, LineRule } from '../../counting/index.js';
import type { RosterWarning, RowErrorCode } from './faults.js';

/** `in` = `accepted` + `unchanged` + `rejected`, always. `unchanged`: the same row stands further up. */
export type RowBalance = { readonly in: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number };

/** Months of one row with the same answer for the same reasons. */
export type MonthsVerdict = {
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly counted: boolean;
  /** 2, 1, or 0 where refused. */
  readonly weight: 0 | 1 | 2;
  readonly provisional: boolean;
  /** Conditions that were not plainly met, why, and who told the fact. */
  readonly findings: readonly {
    readonly condition: JudgedCondition;
    readonly answer: Finding['answer'];
    readonly code: FindingCode;
    readonly params: TextParams;
    readonly source: Finding['source'];
    /** Places in the result's `rules`: the condition's article first, then the value it was held against. */
    readonly rules: readonly number[];
  }[];
};

/** All twelve months of one accepted row. The person is told by row and masked number, never by name. */
export type PersonLine = {
  readonly row: number;
  /** First three and last two signs of the citizen id. */
  readonly citizenId: string;
  readonly certificate: CertificateKind;
  readonly grade: number;
  /** `own`: on our staff; `in`: dispatched and agreed to count here; `out`: agreed to count at the other unit. */
  readonly counts: 'own' | 'in' | 'out';
  readonly verdicts: readonly MonthsVerdict[];
};

/** What the levy needs of a roster. Weights are summed over months; people are different persons with a counted month. */
export type CountedMonths = {
  readonly weightedMonths: number;
  readonly dispatchedInMonths: number;
  readonly dispatchedOutMonths: number;
  readonly people: number;
};

export type ErrorGroup = { readonly code: RowErrorCode; readonly column: string; readonly rows: number; readonly firstRow: number };
export type ProvisionalGroup = { readonly condition: JudgedCondition; readonly answer: 'unknown_fact' | 'unknown_parameter'; readonly personMonths: number };

export type RosterTotals = {
  readonly rows: RowBalance;
  /** Person-months of accepted rows: counted + refused = 12 × accepted; provisional ones are among the counted. */
  readonly personMonths: { readonly counted: number; readonly refused: number; readonly provisional: number };
  readonly counted: CountedMonths;
  readonly countedWithoutProvisional: CountedMonths;
  /** Why months are provisional; a month with two reasons is in two groups. */
  readonly provisionalBy: readonly ProvisionalGroup[];
  readonly refusedBy: readonly { readonly condition: JudgedCondition; readonly personMonths: number }[];
  /** By code and column, most frequent first. */
  readonly errorGroups: readonly ErrorGroup[];
  readonly warnings: readonly RosterWarning[];
  /** Values of law that the findings refer to by place. */
  readonly rules: readonly LineRule[];
  /** Where the file has the first days of contracts, for whoever finds a fault there later. */
  readonly contractStart: { readonly letters: string; readonly title: string };
};
