import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 减免缓缴申请: what an employer asks of the finance department. */
@Entity('relief_request')
@Check('relief_request_kind_check', `(kind = 'relief' AND asked_amount > 0 AND asked_months IS NULL) OR (kind = 'deferral' AND asked_months > 0 AND asked_amount IS NULL)`)
@Check('relief_request_state_check', `state IN ('made', 'withdrawn', 'forwarded', 'decided')`)
@Check('relief_request_decided_check', `(state = 'decided') = (decision_id IS NOT NULL)`)
@Index('relief_request_open_key', { synchronize: false })
@Index('relief_request_made_idx', ['madeAt', 'id'])
export class ReliefRequestRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'relief_request_pkey' })
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  @ForeignKey('assessment', { name: 'relief_request_assessment_fkey' })
  assessmentId: string;

  @Column('text')
  kind: string;

  /** Fen. */
  @Column('bigint', { name: 'asked_amount', nullable: true })
  askedAmount: string | null;

  @Column('smallint', { name: 'asked_months', nullable: true })
  askedMonths: number | null;

  /** Sealed: free words. */
  @Column('text')
  grounds: string;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('uuid', { name: 'made_by', nullable: true })
  @ForeignKey('account', { name: 'relief_request_made_by_fkey' })
  madeBy: string | null;

  @Column('timestamptz', { name: 'forwarded_at', nullable: true })
  forwardedAt: Date | null;

  @Column('uuid', { name: 'forwarded_by', nullable: true })
  @ForeignKey('account', { name: 'relief_request_forwarded_by_fkey' })
  forwardedBy: string | null;

  @Column('bigint', { name: 'decision_id', nullable: true })
  @ForeignKey('collection_record', { name: 'relief_request_decision_fkey' })
  decisionId: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** A paper that bears out a request; its bytes are sealed. */
@Entity('relief_evidence')
@Check('relief_evidence_size_check', 'size > 0')
@Index('relief_evidence_request_idx', ['requestId', 'storedAt'])
export class ReliefEvidenceRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'relief_evidence_pkey' })
  id: string;

  @Column('uuid', { name: 'request_id' })
  @ForeignKey('relief_request', { name: 'relief_evidence_request_fkey', onDelete: 'CASCADE' })
  requestId: string;

  /** Sealed: the sender's name of the file. */
  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('integer')
  size: number;

  /** SHA-256 of the bytes. */
  @Column('bytea')
  digest: Buffer;

  /** Base64, sealed. */
  @Column('text')
  content: string;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt: Date;
}
