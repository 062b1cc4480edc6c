import { formatYuan, type Fen } from '../../../kernel/money.js';
import type { YearMonth } from '../../../kernel/year-month.js';
import { assess } from '../domain/assess.js';
import type { LevyCase } from '../domain/case.js';
import { outlook } from '../domain/outlook.js';
import { showNumber } from '../domain/show.js';
import type { LevyFailure, RuleUsed } from '../domain/result.js';
import type { LevySimulator, PreparedCase } from '../domain/simulate.js';
import { breakEvenWage, monthlyOf, toFen, whatIf, type Severity, type WhatIfKind } from '../domain/what-if.js';

/** The hypothetical person of a what-if question, never tied to a real one. */
export type WhatIfQuestion = {
  readonly kind: WhatIfKind;
  readonly severity: Severity;
  /** Yuan; the employer's own monthly average where none is given. Only a new hire has one. */
  readonly monthlyWage?: string;
};

export type WhatIfAnswer = {
  readonly ok: true;
  readonly id: string;
  readonly kind: WhatIfKind;
  readonly severity: Severity;
  /** Yuan; null for a person who already works here. */
  readonly monthlyWage: string | null;
  readonly payableNow: string;
  /** By first month of work, January first. Yuan; `saved` is negative where the hire raises the levy. */
  readonly rows: readonly { readonly month: YearMonth; readonly months: number; readonly payable: string; readonly saved: string; readonly exemptionLost: boolean }[];
  /** Yuan a month for a whole year's work: at most this, and the hire costs no more than the levy it saves. Null where no wage would. */
  readonly breakEvenWage: string | null;
};

export type OutlookAnswer = {
  readonly ok: true;
  readonly id: string;
  readonly filingYear: number;
  readonly payable: string;
  /** The first coming year with another sum for the same figures; null where none has until `until`. */
  readonly change: { readonly filingYear: number; readonly payable: string; readonly relief: string; readonly rules: readonly RuleUsed[] } | null;
  readonly until: number;
};

/** How far the outlook looks. */
const OUTLOOK_YEARS = 5;

const yuan = (amount: Fen): string => formatYuan(amount);

/** Month by month, what one more person would change (`levy.md`, "Simulation beyond the sum"). */
export function exploreWhatIf(simulator: LevySimulator, levyCase: LevyCase, question: WhatIfQuestion): WhatIfAnswer | LevyFailure {
  const prepared = simulator.prepare(levyCase);
  if ('ok' in prepared) return prepared;
  const now = assessNow(prepared);
  const wage = question.monthlyWage === undefined ? monthlyOf(now.averageWage) : toFen(question.monthlyWage);
  return {
    ok: true,
    id: levyCase.id,
    kind: question.kind,
    severity: question.severity,
    monthlyWage: question.kind === 'new_hire' ? yuan(wage) : null,
    payableNow: yuan(now.payable),
    rows: whatIf(prepared, question.kind, question.severity, wage).map((row) => ({
      month: row.month, months: row.months, payable: yuan(row.payable), saved: yuan(row.saved), exemptionLost: row.exemptionLost,
    })),
    breakEvenWage: question.kind === 'new_hire' ? orNull(breakEvenWage(prepared, question.severity, 12)) : null,
  };
}

/** The same figures under the rules of the coming years. */
export function exploreOutlook(simulator: LevySimulator, levyCase: LevyCase): OutlookAnswer | LevyFailure {
  const prepared = simulator.prepare(levyCase);
  if ('ok' in prepared) return prepared;
  const found = outlook(prepared, simulator.source, OUTLOOK_YEARS);
  if (!found.ok) {
    const { parameter, date, reason } = found.error;
    const code = reason === 'gap' ? 'levy.policy.gap' : 'levy.policy.unknown';
    return { id: levyCase.id, ok: false, error: { code, errors: [{ pointer: '/filingYear', code, params: { parameter, date } }] } };
  }
  const { now, change, until } = found.value;
  return {
    ok: true,
    id: levyCase.id,
    filingYear: now.filingYear,
    payable: yuan(now.assessment.payable),
    change: change && {
      filingYear: change.filingYear,
      payable: yuan(change.assessment.payable),
      relief: yuan(change.assessment.relief),
      rules: [change.policy.exemption.rule, change.policy.tiers.rule, change.policy.capMultiple.rule, change.policy.ratio.rule],
    },
    until,
  };
}

/** Required, arranged and gap in words of the page: how many more people reach the ratio. */
export function missingPeople(simulator: LevySimulator, levyCase: LevyCase): { readonly gap: string; readonly ordinary: number; readonly severe: number } | LevyFailure {
  const prepared = simulator.prepare(levyCase);
  if ('ok' in prepared) return prepared;
  const { gap } = assessNow(prepared);
  const whole = Number((gap.num + gap.den - 1n) / gap.den);
  return { gap: showNumber(gap), ordinary: whole, severe: Math.ceil(whole / 2) };
}

const assessNow = (prepared: PreparedCase): ReturnType<typeof assess> => assess(prepared.facts, prepared.employer, prepared.policy, prepared.alreadyPaid);
const orNull = (amount: Fen | null): string | null => (amount === null ? null : yuan(amount));
