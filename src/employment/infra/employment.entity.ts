import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 就业记录: one person's work at one employer over months, with its form, contract and evidence. Months are yyyymm, inclusive. */
@Entity('employment_spell')
@Index('employment_spell_person_idx', ['registryPersonId'])
@Index('employment_spell_employer_idx', ['employerId', 'fromMonth'])
@Check('employment_spell_form_check', `form IN ('proportional', 'concentrated', 'self_employed', 'public_welfare', 'assisted', 'rural', 'flexible')`)
@Check('employment_spell_employer_check', `employer_id IS NOT NULL OR form IN ('self_employed', 'rural', 'flexible')`)
@Check('employment_spell_months_check', 'from_month BETWEEN 190001 AND 219912 AND from_month % 100 BETWEEN 1 AND 12 AND until_month BETWEEN 190001 AND 219912 AND until_month % 100 BETWEEN 1 AND 12')
@Check('employment_spell_period_check', 'until_month >= from_month')
@Check('employment_spell_contract_kind_check', `contract_kind IN ('establishment', 'fixed', 'open', 'other')`)
@Check('employment_spell_contract_check', 'contract_until >= contract_from')
@Check('employment_spell_post_category_check', `post_category IN ('management', 'worker')`)
@Check('employment_spell_wage_check', 'wage_fen >= 0')
@Check('employment_spell_evidence_check', `evidence <@ ARRAY['contract', 'insurance', 'wage', 'licence', 'agreement', 'village_proof', 'visit']`)
@Check('employment_spell_source_check', `source IN ('hire', 'review', 'officer')`)
@Check('employment_spell_closed_check', '(until_month IS NULL) = (closing_reason IS NULL) AND (until_month IS NULL) = (closed_at IS NULL)')
@Check('employment_spell_closing_reason_check', `closing_reason IN ('contract_ended', 'resigned', 'dismissed', 'retired', 'died', 'employer_closed', 'mistake', 'other')`)
@Exclusion('employment_spell_overlap_excl', `USING gist (registry_person_id WITH =, employer_id WITH =, int4range(from_month, until_month, '[]') WITH &&)`)
export class EmploymentSpellRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'employment_spell_pkey' })
  id: string;

  @Column('bigint', { name: 'registry_person_id' })
  @ForeignKey('registry_person', { name: 'employment_spell_registry_person_fkey' })
  registryPersonId: string;

  /** Null for work without an employer: self-employed, rural, flexible. */
  @Column('uuid', { name: 'employer_id', nullable: true })
  @ForeignKey('employer', { name: 'employment_spell_employer_fkey' })
  employerId: string | null;

  @Column('text')
  form: string;

  @Column('integer', { name: 'from_month' })
  fromMonth: number;

  /** Null while it goes on. */
  @Column('integer', { name: 'until_month', nullable: true })
  untilMonth: number | null;

  @Column('text', { name: 'contract_kind', nullable: true })
  contractKind: string | null;

  @Column('date', { name: 'contract_from', nullable: true })
  contractFrom: string | null;

  @Column('date', { name: 'contract_until', nullable: true })
  contractUntil: string | null;

  @Column('text', { name: 'post_category', nullable: true })
  postCategory: string | null;

  /** A month's wage in fen. */
  @Column('bigint', { name: 'wage_fen', nullable: true })
  wageFen: string | null;

  @Column('text', { array: true })
  evidence: string[];

  /** What opened it: a confirmed hire, a review, an officer. */
  @Column('text')
  source: string;

  @Column('text', { name: 'closing_reason', nullable: true })
  closingReason: string | null;

  @Column('uuid', { name: 'opened_by', nullable: true })
  @ForeignKey('account', { name: 'employment_spell_opened_by_fkey' })
  openedBy: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** A person-month that a review has counted. The key is the promise: once in the whole database. */
@Entity('counted_person_month')
@Index('counted_person_month_declaration_idx', ['declarationId'])
@Check('counted_person_month_month_check', 'month BETWEEN 190001 AND 219912 AND month % 100 BETWEEN 1 AND 12')
@Check('counted_person_month_weight_check', 'weight IN (1, 2)')
export class CountedPersonMonthRecord {
  @PrimaryColumn('bigint', { name: 'registry_person_id', primaryKeyConstraintName: 'counted_person_month_pkey' })
  @ForeignKey('registry_person', { name: 'counted_person_month_registry_person_fkey' })
  registryPersonId: string;

  /** yyyymm */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'counted_person_month_pkey' })
  month: number;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'counted_person_month_employer_fkey' })
  employerId: string;

  /** Of the review room, which this room does not know. */
  @Column('uuid', { name: 'declaration_id' })
  declarationId: string;

  @Column('smallint')
  weight: number;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt: Date;
}
