import { err, ok, type Result } from '../../kernel/result.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { YearMonth } from '../../kernel/year-month.js';

/** 就业形式 (words.md). */
export const employmentForms = ['proportional', 'concentrated', 'self_employed', 'public_welfare', 'assisted', 'rural', 'flexible'] as const;
export type EmploymentForm = (typeof employmentForms)[number];

/** What stands behind a spell; which of them a form needs is data of whoever counts. */
export const evidenceKinds = ['contract', 'insurance', 'wage', 'licence', 'agreement', 'village_proof', 'visit'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const closingReasons = ['contract_ended', 'resigned', 'dismissed', 'retired', 'died', 'employer_closed', 'mistake', 'other'] as const;
export type ClosingReason = (typeof closingReasons)[number];

export type SpellContract = {
  readonly kind: 'establishment' | 'fixed' | 'open' | 'other' | null;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

export type NewSpell = {
  readonly registryPersonId: string;
  /** Null for work without an employer. */
  readonly employerId: string | null;
  readonly form: EmploymentForm;
  readonly fromMonth: YearMonth;
  readonly contract: SpellContract;
  readonly postCategory: 'management' | 'worker' | null;
  /** A month's wage in fen; null where it is not known. */
  readonly wageFen: bigint | null;
  readonly evidence: readonly EvidenceKind[];
  readonly source: 'hire' | 'review' | 'officer';
};

export type SpellFault = 'employment.spell.employer_needed' | 'employment.spell.contract_period' | 'employment.spell.already_closed' | 'employment.spell.ends_before_it_begins';

const WITHOUT_EMPLOYER: readonly EmploymentForm[] = ['self_employed', 'rural', 'flexible'];

export function checkNewSpell({ employerId, form, contract }: NewSpell): Result<null, SpellFault> {
  if (employerId === null && !WITHOUT_EMPLOYER.includes(form)) return err('employment.spell.employer_needed');
  if (contract.from !== null && contract.until !== null && contract.until < contract.from) return err('employment.spell.contract_period');
  return ok(null);
}

/** A closed spell is not opened again: who comes back begins another. */
export function checkClosing(spell: { readonly fromMonth: YearMonth; readonly untilMonth: YearMonth | null }, untilMonth: YearMonth): Result<null, SpellFault> {
  if (spell.untilMonth !== null) return err('employment.spell.already_closed');
  return untilMonth < spell.fromMonth ? err('employment.spell.ends_before_it_begins') : ok(null);
}
