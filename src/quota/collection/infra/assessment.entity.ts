import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** The levy of one determined version on its way through the tax authority. Sums of our own are trial sums, in fen. */
@Entity('assessment')
@Unique('assessment_determination_key', ['determinationId'])
@Unique('assessment_supersedes_key', ['supersedes'])
@Check('assessment_award_check', `award_choice IN ('claimed', 'waived') AND (award_choice IS NULL) = (award_chosen_at IS NULL)`)
@Check('assessment_state_check', `state IN ('pending', 'sent', 'acknowledged', 'declared', 'arrears', 'ordered', 'late_fee', 'paid', 'refund_due', 'refunded', 'settled', 'superseded')`)
@Index('assessment_current_key', { synchronize: false })
@Index('assessment_region_idx', { synchronize: false })
@Index('assessment_batch_idx', ['batchId'])
export class AssessmentRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_pkey' })
  id: string;

  @Column('uuid', { name: 'determination_id' })
  @ForeignKey('determination', { name: 'assessment_determination_fkey' })
  determinationId: string;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'assessment_employer_fkey' })
  employerId: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'state_since' })
  stateSince: Date;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('assessment', { name: 'assessment_supersedes_fkey' })
  supersedes: string | null;

  @Column('numeric', { name: 'trial_staff', precision: 18, scale: 6, nullable: true })
  trialStaff: string | null;

  @Column('bigint', { name: 'trial_due', nullable: true })
  trialDue: string | null;

  @Column('bigint', { name: 'trial_relief', nullable: true })
  trialRelief: string | null;

  @Column('bigint', { name: 'trial_payable', nullable: true })
  trialPayable: string | null;

  @Column('bigint', { name: 'trial_refund', nullable: true })
  trialRefund: string | null;

  /** The batch in which the determination went out. */
  @Column('uuid', { name: 'batch_id', nullable: true })
  @ForeignKey('tax_batch', { name: 'assessment_batch_fkey' })
  batchId: string | null;

  @Column('text', { name: 'award_choice', nullable: true })
  awardChoice: string | null;

  @Column('timestamptz', { name: 'award_chosen_at', nullable: true })
  awardChosenAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** One step of an assessment. Never changed, never removed. */
@Entity('assessment_step')
@Index('assessment_step_assessment_idx', ['assessmentId', 'id'])
export class AssessmentStepRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'assessment_step_pkey' })
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  @ForeignKey('assessment', { name: 'assessment_step_assessment_fkey' })
  assessmentId: string;

  @Column('text')
  act: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('timestamptz')
  at: Date;

  /** Null: the service itself, or a program. */
  @Column('uuid', { nullable: true })
  @ForeignKey('account', { name: 'assessment_step_actor_fkey' })
  actor: string | null;

  @Column('text', { nullable: true })
  role: string | null;

  /** What told of it: an import, a batch, an order. */
  @Column('text', { nullable: true })
  reason: string | null;
}
