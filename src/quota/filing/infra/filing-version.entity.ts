import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What a declaration says at one time. A submitted version is frozen; the next one begins as its copy. */
@Entity('filing_version')
@Unique('filing_version_number_key', ['declarationId', 'number'])
@Check('filing_version_committed_check', '(committed_at IS NULL) = (committed_by IS NULL)')
@Check('filing_version_staff_check', 'monthly_staff IS NULL OR array_length(monthly_staff, 1) = 12')
@Check('filing_version_numbers_check', 'total_wages >= 0 AND already_paid >= 0 AND dispatched_staff >= 0')
export class FilingVersionRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'filing_version_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'filing_version_declaration_fkey' })
  declarationId: string;

  @Column('smallint')
  number: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  @ForeignKey('account', { name: 'filing_version_created_by_fkey' })
  createdBy: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { name: 'committed_at', nullable: true })
  committedAt: Date | null;

  @Column('uuid', { name: 'committed_by', nullable: true })
  @ForeignKey('account', { name: 'filing_version_committed_by_fkey' })
  committedBy: string | null;

  /** Twelve, January first; null in a month before the registration. */
  @Column('integer', { name: 'monthly_staff', array: true, nullable: true })
  monthlyStaff: (number | null)[] | null;

  @Column('jsonb', { default: [] })
  seasonal: { readonly count: number; readonly months: number }[];

  /** Workers whom other units send; they stay in those units' staff. */
  @Column('integer', { name: 'dispatched_staff', nullable: true })
  dispatchedStaff: number | null;

  /** Fen. */
  @Column('bigint', { name: 'total_wages', nullable: true })
  totalWages: string | null;

  /** Fen. */
  @Column('bigint', { name: 'already_paid', default: 0 })
  alreadyPaid: string;

  /** Sealed. */
  @Column('text', { name: 'late_reason', nullable: true })
  lateReason: string | null;

  /** The day by which the lines' counts were judged last. */
  @Column('date', { name: 'judged_on', nullable: true })
  judgedOn: string | null;

  /** The trial sum with its statement, as it was when the version was submitted. */
  @Column('jsonb', { nullable: true })
  trial: object | null;

  /** Fen. */
  @Column('bigint', { name: 'trial_payable', nullable: true })
  trialPayable: string | null;

  @Column('numeric', { precision: 12, scale: 4, nullable: true })
  arranged: string | null;

  @Column('text', { name: 'policy_hash', nullable: true })
  policyHash: string | null;
}

/** What the prefill left out, or asks the clerk to look at. */
@Entity('prefill_note')
@Index('prefill_note_version_idx', ['versionId', 'id'])
export class PrefillNoteRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'prefill_note_pkey' })
  id: string;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('filing_version', { name: 'prefill_note_version_fkey', onDelete: 'CASCADE' })
  versionId: string;

  @Column('bigint', { name: 'registry_person_id' })
  @ForeignKey('registry_person', { name: 'prefill_note_registry_person_fkey' })
  registryPersonId: string;

  @Column('text')
  code: string;

  @Column('jsonb', { default: {} })
  params: object;

  /** Whether the person's line was taken over. */
  @Column('boolean')
  kept: boolean;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
