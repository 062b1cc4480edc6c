import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What is known of an organisation as an employer. Its name and its region are the organisation's. */
@Entity('employer')
@Index('employer_uscc_key', { synchronize: false })
@Index('employer_registered_idx', ['registeredAt', 'id'])
@Check('employer_kind_check', `kind IN ('organ', 'institution', 'enterprise', 'social_organization', 'private_non_enterprise', 'sole_trader', 'cooperative', 'village_committee')`)
@Check('employer_status_check', `status IN ('registered', 'verified', 'refused')`)
@Check('employer_uscc_check', `uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'`)
@Check('employer_merged_check', 'merged_into <> id')
@Check('employer_tax_region_check', `tax_region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`)
@Check('employer_industry_check', `industry ~ '^[A-T]([0-9]{2,4})?$'`)
@Check('employer_establishment_size_check', 'establishment_size BETWEEN 0 AND 10000000')
@Check('employer_establishment_level_check', `establishment_level IN ('central', 'province', 'city', 'county', 'township')`)
@Check('employer_source_check', `source IN ('registration', 'tax_register', 'officer')`)
@Index('employer_tax_region_idx', { synchronize: false })
@Index('employer_organisation_code_idx', { synchronize: false })
@Index('employer_name_key_idx', ['nameKey'])
@Index('employer_name_begins_idx', { synchronize: false })
@Index('employer_merged_into_idx', { synchronize: false })
@Check('employer_decided_check', `(status = 'registered') = (decided_at IS NULL) AND (status = 'refused') = (refusal_reason IS NOT NULL)`)
export class EmployerRecord {
  /** The organisation's. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'employer_pkey' })
  @ForeignKey('organisation', { name: 'employer_organisation_fkey' })
  id: string;

  @Column('text')
  uscc: string;

  @Column('text')
  kind: string;

  @Column('text', { default: 'registered' })
  status: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  @ForeignKey('account', { name: 'employer_decided_by_fkey' })
  decidedBy: string | null;

  @Column('text', { name: 'refusal_reason', nullable: true })
  refusalReason: string | null;

  /** Sealed: an officer's own words may name people and numbers. */
  @Column('text', { name: 'refusal_note', nullable: true })
  refusalNote: string | null;

  /** The day of its registration with the registering body; decides the exemption of young enterprises. */
  @Column('date', { name: 'registered_on', nullable: true })
  registeredOn: string | null;

  @Column('text', { name: 'tax_region_code', nullable: true })
  taxRegionCode: string | null;

  /** GB/T 4754: a letter, or with 2 to 4 digits. */
  @Column('text', { nullable: true })
  industry: string | null;

  @Column('boolean', { name: 'state_owned', nullable: true })
  stateOwned: boolean | null;

  /** 编制数 of an organ or institution. */
  @Column('integer', { name: 'establishment_size', nullable: true })
  establishmentSize: number | null;

  @Column('text', { name: 'establishment_level', nullable: true })
  establishmentLevel: string | null;

  /** Schools and kindergartens stand outside the duty of institutions (残联发〔2021〕51号). */
  @Column('boolean', { name: 'is_school', nullable: true })
  isSchool: boolean | null;

  /** The name as duplicates are found by it. */
  @Column('text', { name: 'name_key', nullable: true })
  nameKey: string | null;

  /** Who told of it first. */
  @Column('text', { default: 'registration' })
  source: string;

  /** The moment of which the tax register last spoke. */
  @Column('timestamptz', { name: 'as_of', nullable: true })
  asOf: Date | null;

  /** The employer that goes on for both; this one's id keeps resolving. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  @ForeignKey('employer', { name: 'employer_merged_into_fkey' })
  mergedInto: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
