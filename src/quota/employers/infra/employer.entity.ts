import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What is known of an organisation as an employer. Its name and its region are the organisation's. */
@Entity('employer')
@Index('employer_uscc_key', { synchronize: false })
@Index('employer_registered_idx', ['registeredAt', 'id'])
@Check('employer_kind_check', `kind IN ('organ', 'institution', 'enterprise', 'social_organization', 'private_non_enterprise', 'sole_trader', 'cooperative', 'village_committee')`)
@Check('employer_status_check', `status IN ('registered', 'verified', 'refused')`)
@Check('employer_uscc_check', `uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'`)
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

  @Column('integer', { default: 1 })
  version: number;
}
