import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How one version was checked, by whom, and what came of it. */
@Entity('filing_review')
@Check('filing_review_steps_check', 'steps IN (1, 2)')
@Check('filing_review_steps_reason_check', `steps_reason IN ('region', 'refusal', 'correction')`)
@Check('filing_review_outcome_check', `first_outcome IN ('determined', 'refused') AND outcome IN ('determined', 'refused', 'corrected')`)
@Check('filing_review_two_people_check', 'second_by <> first_by')
@Check('filing_review_decided_check', '(outcome IS NULL) = (decided_at IS NULL)')
@Index('filing_review_declaration_idx', ['declarationId'])
export class FilingReviewRecord {
  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'filing_review_pkey' })
  @ForeignKey('filing_version', { name: 'filing_review_version_fkey' })
  versionId: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'filing_review_declaration_fkey' })
  declarationId: string;

  @Column('smallint')
  steps: number;

  /** Why one check or two: the rule of the region, what is refused, or a correction. */
  @Column('text', { name: 'steps_reason' })
  stepsReason: string;

  @Column('uuid', { name: 'accepted_by', nullable: true })
  @ForeignKey('account', { name: 'filing_review_accepted_by_fkey' })
  acceptedBy: string | null;

  @Column('timestamptz', { name: 'accepted_at' })
  acceptedAt: Date;

  @Column('uuid', { name: 'first_by', nullable: true })
  @ForeignKey('account', { name: 'filing_review_first_by_fkey' })
  firstBy: string | null;

  @Column('timestamptz', { name: 'first_at', nullable: true })
  firstAt: Date | null;

  /** What the first check proposes to the second. */
  @Column('text', { name: 'first_outcome', nullable: true })
  firstOutcome: string | null;

  @Column('uuid', { name: 'second_by', nullable: true })
  @ForeignKey('account', { name: 'filing_review_second_by_fkey' })
  secondBy: string | null;

  @Column('timestamptz', { name: 'second_at', nullable: true })
  secondAt: Date | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** Determined number of employed disabled people: Σ weights / 12. */
  @Column('numeric', { nullable: true, precision: 12, scale: 4 })
  arranged: string | null;

  @Column('integer', { name: 'weighted_months', nullable: true })
  weightedMonths: number | null;

  @Column('integer', { name: 'counted_months', nullable: true })
  countedMonths: number | null;

  @Column('integer', { name: 'refused_months', nullable: true })
  refusedMonths: number | null;

  /** The trial sum of the determined number, with its statement. */
  @Column('jsonb', { nullable: true })
  trial: object | null;

  /** Fen. */
  @Column('bigint', { name: 'trial_payable', nullable: true })
  trialPayable: string | null;

  /** Fen: by the claim of the employer, or by the version that this one corrects. */
  @Column('bigint', { name: 'before_payable', nullable: true })
  beforePayable: string | null;
}

/** Which months of a line count, by a person. */
@Entity('line_decision')
@Check('line_decision_months_check', 'months BETWEEN 0 AND 4095')
@Check('line_decision_together_check', `NOT together OR reason = 'clear'`)
@Index('line_decision_version_idx', ['versionId'])
export class LineDecisionRecord {
  @PrimaryColumn('bigint', { name: 'line_id', primaryKeyConstraintName: 'line_decision_pkey' })
  @ForeignKey('roster_line', { name: 'line_decision_line_fkey', onDelete: 'CASCADE' })
  lineId: string;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('filing_version', { name: 'line_decision_version_fkey', onDelete: 'CASCADE' })
  versionId: string;

  /** Bit mask of the months that count. */
  @Column('smallint')
  months: number;

  /** Code of a closed list. */
  @Column('text')
  reason: string;

  /** Sealed. */
  @Column('text', { nullable: true })
  words: string | null;

  /** Accepted with all clear lines at once. */
  @Column('boolean')
  together: boolean;

  @Column('uuid', { name: 'decided_by' })
  @ForeignKey('account', { name: 'line_decision_decided_by_fkey' })
  decidedBy: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
