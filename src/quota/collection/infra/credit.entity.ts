import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 信用记录 of an employer that has neither met its quota nor paid. */
@Entity('credit_record')
@Check('credit_record_state_check', `state IN ('noticed', 'dropped', 'recorded', 'removed')`)
@Check('credit_record_times_check', `(state IN ('recorded', 'removed')) = (recorded_at IS NOT NULL) AND (state = 'removed') = (removed_at IS NOT NULL) AND (state IN ('dropped', 'removed')) = (end_reason IS NOT NULL)`)
@Index('credit_record_live_key', { synchronize: false })
@Index('credit_record_change_key', ['change'], { unique: true })
export class CreditRecordRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credit_record_pkey' })
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  @ForeignKey('assessment', { name: 'credit_record_assessment_fkey' })
  assessmentId: string;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'noticed_at' })
  noticedAt: Date;

  @Column('uuid', { name: 'noticed_by', nullable: true })
  @ForeignKey('account', { name: 'credit_record_noticed_by_fkey' })
  noticedBy: string | null;

  /** Last day on which the employer can pay or object before it is recorded. */
  @Column('date', { name: 'respond_by' })
  respondBy: string;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt: Date | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  /** Code of a closed list: why it was dropped or taken out. */
  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  /** Grows with every change of any record: the credit platform fetches what is behind the last one that it has. */
  @Column('bigint')
  change: string;

  @Column('integer', { default: 1 })
  version: number;
}
