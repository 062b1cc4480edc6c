import { decimalUnits } from '../../../kernel/exact.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { roundToFen, ZERO_FEN, type Fen } from '../../../kernel/money.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { PolicySource } from '../../../policy/parameters.js';
import { assess, staffOf, type Assessment, type Employer } from './assess.js';
import type { EmployerKind, LevyCase } from './case.js';
import { checkCase, owesNoQuota } from './check-case.js';
import { readFacts, type LevyFacts } from './facts.js';
import { defaultFilingDay, PolicyCache, type PolicyFault, type ResolvedPolicy } from './resolved-policy.js';
import type { LevyFailure, LevyOutcome, LevyResult } from './result.js';
import { notAppliedRules, showAssessment, statementLines, warningsOf } from './statement.js';

/** Distinct (region, year, day, overrides) kept resolved: about 4 kB each. */
const CACHED_POLICIES = 4_096;

/** A case after every check: what the computation and the what-if questions start from. */
export type PreparedCase = { readonly levyCase: LevyCase; readonly facts: LevyFacts; readonly employer: Employer; readonly policy: ResolvedPolicy; readonly alreadyPaid: Fen };

/** Computes levy cases against one state of the law on one day. Holds no state but a cache. */
export class LevySimulator {
  private readonly policies: PolicyCache;
  private readonly regions = new Map<string, boolean>();

  constructor(readonly source: PolicySource, readonly today: LocalDate) {
    this.policies = new PolicyCache(source, CACHED_POLICIES);
  }

  /**
   * Checks what needs other fields, law or the calendar, then computes.
   * @param levyCase a structurally valid case (see the DTO); @returns result or the coded failure, never throws on input.
   */
  run(levyCase: LevyCase, options: { readonly statement: boolean }): LevyOutcome {
    const prepared = this.prepare(levyCase);
    if ('ok' in prepared) return prepared;
    const sums = assess(prepared.facts, prepared.employer, prepared.policy, prepared.alreadyPaid);
    return resultOf(prepared, sums, options.statement);
  }

  prepare(levyCase: LevyCase): PreparedCase | LevyFailure {
    if (owesNoQuota(levyCase.employerKind)) {
      return failure(levyCase.id, 'levy.employer_not_liable', [{ pointer: '/employerKind', code: 'levy.employer_not_liable' }]);
    }
    const errors = checkCase(levyCase, (code) => this.knowsRegion(code), this.today);
    if (errors.length > 0) return failure(levyCase.id, 'levy.case.invalid', errors);
    const filingDay = (levyCase.filingDate as LocalDate | undefined) ?? defaultFilingDay(levyCase.filingYear ?? levyCase.baseYear + 1);
    const policy = this.policies.get(levyCase.region as RegionCode, levyCase.baseYear, filingDay, levyCase.overrides);
    if (!policy.ok) return policyFailure(levyCase.id, policy.error);
    const facts = readFacts(levyCase, policy.value);
    if (facts.wages.kind === 'total' && staffOf(facts, policy.value).num === 0n) {
      return failure(levyCase.id, 'levy.case.invalid', [{ pointer: '/totalWages', code: 'levy.case.staff_zero' }]);
    }
    return {
      levyCase,
      facts,
      employer: { kind: levyCase.employerKind as EmployerKind, registeredOn: (levyCase.registeredOn as LocalDate | undefined) ?? null },
      policy: policy.value,
      alreadyPaid: levyCase.alreadyPaid === undefined ? ZERO_FEN : roundToFen(decimalUnits(levyCase.alreadyPaid, 6), 1_000_000n),
    };
  }

  private knowsRegion(code: string): boolean {
    let known = this.regions.get(code);
    if (known === undefined) {
      known = this.source.hasRegion(code as RegionCode);
      // Only real regions are remembered: made-up codes in a stream must not fill memory.
      if (known) this.regions.set(code, true);
    }
    return known;
  }
}

export function resultOf({ levyCase, facts, policy }: PreparedCase, sums: Assessment, withStatement: boolean): LevyResult {
  const shown = showAssessment(sums, policy);
  const result: { -readonly [K in keyof LevyResult]: LevyResult[K] } = {
    id: levyCase.id,
    ok: true,
    staff: shown.staff,
    required: shown.required,
    arranged: shown.arranged,
    gap: shown.gap,
    averageWage: shown.averageWage,
    wageCap: shown.wageCap,
    leviedWage: shown.leviedWage,
    due: shown.due,
    relief: { kind: sums.reliefKind, rate: shown.reliefRate, amount: shown.relief },
    alreadyPaid: shown.alreadyPaid,
    payable: shown.payable,
    refundDue: shown.refundDue,
    warnings: warningsOf(levyCase, facts, sums, policy, shown),
    policyHash: policy.hash,
  };
  // Assigned, not spread: copying an object of this size costs a fifth of the whole computation.
  if (withStatement) {
    result.statement = statementLines(levyCase, facts, sums, policy, shown);
    result.notApplied = notAppliedRules(sums, policy, shown);
  }
  return result;
}

const failure = (id: string | null, code: string, errors: LevyFailure['error']['errors']): LevyFailure => ({ id, ok: false, error: { code, errors } });

/** A gap in the data is ours, and says so: the employer can only give the value itself or ask the operator. */
function policyFailure(id: string, fault: PolicyFault): LevyFailure {
  const code = fault.reason === 'gap' ? 'levy.policy.gap' : 'levy.policy.unknown';
  const pointer = fault.parameter === 'quota.ratio' ? '/overrides/ratio' : '/region';
  return failure(id, code, [{ pointer, code, params: { parameter: fault.parameter, date: fault.date } }]);
}
