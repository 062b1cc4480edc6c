import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 单独同意 (个人信息保护法 art. 14, 15, 29) as an object; it is ended, never rewritten. */
@Entity('consent')
@Index('consent_person_idx', ['personId'])
@Check('consent_purpose_check', `purpose IN ('matching', 'sharing_with_employer', 'training_referral', 'publicity', 'quota_review', 'employment_service')`)
@Check('consent_period_check', 'until IS NULL OR until >= since')
@Check('consent_withdrawn_check', '(withdrawn_on IS NULL) = (withdrawn_how IS NULL)')
export class ConsentRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_pkey' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', { name: 'consent_person_fkey' })
  personId: string;

  @Column('text')
  purpose: string;

  @Column('text')
  recipient: string;

  @Column('text', { array: true })
  what: string[];

  @Column('date')
  since: string;

  @Column('date', { nullable: true })
  until: string | null;

  @Column('text', { name: 'given_how' })
  givenHow: string;

  @Column('uuid', { name: 'given_by', nullable: true })
  @ForeignKey('account', { name: 'consent_given_by_fkey' })
  givenBy: string | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn: string | null;

  @Column('text', { name: 'withdrawn_how', nullable: true })
  withdrawnHow: string | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  @ForeignKey('account', { name: 'consent_withdrawn_by_fkey' })
  withdrawnBy: string | null;
}

/** What a person asks of whoever holds its data. The words of both sides are sealed: they are about people. */
@Entity('rights_request')
@Index('rights_request_person_idx', ['personId'])
@Index('rights_request_due_idx', ['dueOn', 'id'])
@Index('rights_request_open_key', { synchronize: false })
@Check('rights_request_kind_check', `kind IN ('correction', 'deletion', 'explanation')`)
@Check('rights_request_status_check', `status IN ('received', 'granted', 'refused', 'withdrawn')`)
@Check('rights_request_answered_check', `(status = 'received') = (answered_at IS NULL)`)
export class RightsRequestRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rights_request_pkey' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', { name: 'rights_request_person_fkey' })
  personId: string;

  @Column('text')
  kind: string;

  @Column('text', { default: 'received' })
  status: string;

  @Column('text', { name: 'wish', nullable: true })
  wish: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('uuid', { name: 'made_by', nullable: true })
  @ForeignKey('account', { name: 'rights_request_made_by_fkey' })
  madeBy: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('uuid', { name: 'answered_by', nullable: true })
  @ForeignKey('account', { name: 'rights_request_answered_by_fkey' })
  answeredBy: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** What the job of retention has done, in numbers. */
@Entity('retention_run')
@Index('retention_run_ran_idx', ['ranAt', 'id'])
export class RetentionRunRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_run_pkey' })
  id: string;

  @Column('timestamptz', { name: 'ran_at' })
  ranAt: Date;

  @Column('text')
  rule: string;

  /** Ended on this day or before. */
  @Column('date', { name: 'ended_before' })
  endedBefore: string;

  @Column('integer')
  applied: number;
}
