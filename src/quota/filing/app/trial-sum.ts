import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { formatYuan, parseYuan, type Fen } from '../../../kernel/money.js';
import { assessCounted, CurrentSimulator, EMPLOYER_KINDS, type EmployerKind, type LevyCase, type LevyFailure, type LevyResult } from '../../levy/index.js';
import { gapsOf, type EmployerFacts, type FactsGap } from '../domain/employer-facts.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import type { VersionSums } from '../infra/line.repository.js';
import { placeOf } from './filing-law.js';

/** What the filing would owe as it stands; every sum is a trial sum, the tax authority assesses. */
export type Trial =
  /** Facts of the employer are missing. */
  | { readonly kind: 'incomplete'; readonly gaps: readonly FactsGap[] }
  /** The facts contradict each other or the employer owes no quota. */
  | { readonly kind: 'failed'; readonly failure: LevyFailure }
  | {
    readonly kind: 'sum';
    /** With the provisional months counted; the statement is in it. */
    readonly result: LevyResult;
    readonly provisionalMonths: number;
    /** Without the provisional months; null where nothing is provisional. Yuan. */
    readonly without: { readonly payable: string; readonly arranged: string } | null;
  };

/** The levy of a filing by the months that its lines were found to count: one engine for all. */
@Injectable()
export class TrialSum {
  constructor(@Inject(CurrentSimulator) private readonly simulators: CurrentSimulator) {}

  /** @param filedOn the day on which ratio, cap and tiers are read where the law says filing day; null: the default day of the filing year */
  of(head: DeclarationHead, facts: EmployerFacts, sums: VersionSums, registeredOn: LocalDate | null, filedOn: LocalDate | null): Trial {
    const gaps = gapsOf(facts);
    if (gaps.length > 0) return { kind: 'incomplete', gaps };
    const prepared = this.simulators.get().prepare(caseOf(head, facts, registeredOn, filedOn));
    if ('ok' in prepared) return { kind: 'failed', failure: prepared };
    const counted = (weightedMonths: number, dispatchedInMonths: number, dispatchedOutMonths: number, people: number) => ({ weightedMonths, dispatchedInMonths, dispatchedOutMonths, people });
    const result = assessCounted(prepared, counted(sums.weighted, sums.dispatchedIn, sums.dispatchedOut, sums.peopleCounted), { statement: true });
    if (!result.ok) return { kind: 'failed', failure: result };
    if (sums.provisionalMonths === 0) return { kind: 'sum', result, provisionalMonths: 0, without: null };
    const without = assessCounted(prepared, counted(sums.certainWeighted, sums.certainIn, sums.certainOut, sums.peopleCertain), { statement: false });
    return { kind: 'sum', result, provisionalMonths: sums.provisionalMonths, without: without.ok ? { payable: without.payable, arranged: without.arranged } : null };
  }
}

/** The case without its people, who were counted line by line. */
function caseOf({ id, regionCode, baseYear, filingYear, employerKind }: DeclarationHead, { monthlyStaff, seasonal, totalWages, alreadyPaid }: EmployerFacts, registeredOn: LocalDate | null, filedOn: LocalDate | null): LevyCase {
  return {
    id, region: placeOf(regionCode), baseYear, filingYear, employerKind: employerKind as EmployerKind, arranged: [],
    headcount: { monthly: (monthlyStaff ?? []).map((count) => count ?? 0) },
    totalWages: formatYuan(totalWages as Fen), alreadyPaid: formatYuan(alreadyPaid),
    ...(seasonal.length > 0 ? { seasonal } : {}), ...(registeredOn === null ? {} : { registeredOn }), ...(filedOn === null ? {} : { filingDate: filedOn }),
  };
}

/** 残疾人就业条例 art. 8 names who owes the quota; the others have nothing to file. */
export const owesQuota = (kind: string): boolean => (EMPLOYER_KINDS as readonly string[]).includes(kind);

/** Fen of a result's yuan. */
export function fenOf(yuan: string): Fen {
  const parsed = parseYuan(yuan);
  if (!parsed.ok) throw new Error('the levy tells yuan with two decimals');
  return parsed.value;
}
