import type { CertificateKind } from '../../../../kernel/ids/service-certificate.js';
import { makeYearMonth } from '../../../../kernel/year-month.js';
import type { ArrangedEntry, DispatchEntry, EmployerKind, LevyCase, LevyOverrides } from '../../domain/case.js';

/** A disabled employee entered by hand; no name and no number, on purpose. */
export type DraftPerson = {
  readonly certificate: CertificateKind;
  readonly grade: number;
  /** First and last month of the base year, 1–12. */
  readonly from: number;
  readonly to: number;
  /** Agreed dispatch: counted here (`in`) or at the other unit (`out`). */
  readonly dispatch: 'in' | 'out' | null;
};

/** Pages whose answer may be empty: that they were passed is all that tells them from unanswered. */
export type OptionalPage = 'registered' | 'paid' | 'check';

/**
 * The case in progress: everything absent is not answered yet. It lives in the visitor's own cookie and nowhere else.
 * Months of people are numbers, so that a change of the base year moves them along.
 */
export type LevyDraft = {
  readonly region?: string;
  readonly baseYear?: number;
  readonly filingDate?: string;
  readonly employerKind?: EmployerKind;
  readonly registeredOn?: string;
  readonly headcount?: LevyCase['headcount'];
  /** Empty once the answer was that there are none. */
  readonly seasonal?: readonly { readonly count: number; readonly months: number }[];
  readonly totalWages?: string;
  readonly averageWage?: string;
  readonly disabled?: 'nobody' | 'number' | 'people' | 'roster';
  readonly arrangedCount?: string;
  /** Own staff first, then dispatched in, then dispatched out: the order of the statement. */
  readonly people?: readonly DraftPerson[];
  readonly alreadyPaid?: string;
  readonly overrides?: LevyOverrides;
  readonly passed?: readonly OptionalPage[];
};

export const EMPTY_DRAFT: LevyDraft = {};

/** How the case of a page is called in its JSON. */
export const PAGE_CASE_ID = 'levy-page';

/** A part of a case as it goes into the contract's parser: nothing is taken for granted. */
export type RawCase = { readonly [key: string]: unknown };

/** The case that the draft describes; keys that are not answered are absent. */
export function rawCaseOf(draft: LevyDraft): RawCase {
  const { region, baseYear, filingDate, employerKind, registeredOn, headcount, seasonal, totalWages, averageWage, alreadyPaid, overrides } = draft;
  return present({
    id: PAGE_CASE_ID, region, baseYear, filingDate, employerKind, registeredOn, headcount,
    seasonal: seasonal && seasonal.length > 0 ? seasonal : undefined,
    totalWages, averageWage, ...rawPeopleOf(draft), overrides, alreadyPaid,
  });
}

function rawPeopleOf({ disabled, arrangedCount, people = [], baseYear }: LevyDraft): RawCase {
  if (disabled === 'nobody') return { arranged: [] };
  if (disabled === 'number') return present({ arrangedCount });
  if (disabled !== 'people' || baseYear === undefined) return {};
  const { arranged, dispatch } = entriesOf(people, baseYear);
  return { arranged, dispatch: dispatch.length > 0 ? dispatch : undefined };
}

/** The entries of the contract for people of a year. */
export function entriesOf(people: readonly DraftPerson[], year: number): { readonly arranged: readonly ArrangedEntry[]; readonly dispatch: readonly DispatchEntry[] } {
  const arranged: ArrangedEntry[] = [];
  const dispatch: DispatchEntry[] = [];
  for (const { certificate, grade, from, to, dispatch: direction } of people) {
    const months = Array.from({ length: to - from + 1 }, (_, index) => makeYearMonth(year, from + index));
    if (direction === null) arranged.push({ certificate, grade, months });
    else dispatch.push({ direction, certificate, grade, months });
  }
  return { arranged, dispatch };
}

const ORDER = { none: 0, in: 1, out: 2 } as const;

/** People in the order in which the statement numbers them; equal ones keep their order. */
export const inOrder = (people: readonly DraftPerson[]): readonly DraftPerson[] =>
  [...people].sort((a, b) => ORDER[a.dispatch ?? 'none'] - ORDER[b.dispatch ?? 'none']);

/** The same without keys that hold `undefined`. */
export function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}

export const hasPassed = (draft: LevyDraft, page: OptionalPage): boolean => draft.passed?.includes(page) ?? false;

/** Notes that a page with an optional answer was passed. */
export const pass = (draft: LevyDraft, page: OptionalPage): LevyDraft =>
  hasPassed(draft, page) ? draft : { ...draft, passed: [...(draft.passed ?? []), page] };

/** After a change the answers have to be looked at again. */
export const unchecked = (draft: LevyDraft): LevyDraft =>
  hasPassed(draft, 'check') ? { ...draft, passed: (draft.passed ?? []).filter((page) => page !== 'check') } : draft;
