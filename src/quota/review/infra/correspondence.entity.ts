import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** 补正: which lines need what, by when. */
@Entity('correction_request')
@Index('correction_request_declaration_idx', ['declarationId', 'sentAt'])
export class CorrectionRequestRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'correction_request_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'correction_request_declaration_fkey' })
  declarationId: string;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('filing_version', { name: 'correction_request_version_fkey' })
  versionId: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('uuid', { name: 'sent_by' })
  @ForeignKey('account', { name: 'correction_request_sent_by_fkey' })
  sentBy: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  /** Sealed. */
  @Column('text', { nullable: true })
  words: string | null;

  /** Of the resubmission. */
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;
}

/** One thing that is needed; without a line it concerns the employer. */
@Entity('correction_item')
@Index('correction_item_request_idx', ['requestId', 'id'])
export class CorrectionItemRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'correction_item_pkey' })
  id: string;

  @Column('uuid', { name: 'request_id' })
  @ForeignKey('correction_request', { name: 'correction_item_request_fkey', onDelete: 'CASCADE' })
  requestId: string;

  @Column('bigint', { name: 'line_id', nullable: true })
  @ForeignKey('roster_line', { name: 'correction_item_line_fkey' })
  lineId: string | null;

  /** Code of a closed list. */
  @Column('text')
  need: string;

  /** Sealed. */
  @Column('text', { nullable: true })
  words: string | null;
}

/** 异议 of an employer to the decision on one version. */
@Entity('objection')
@Check('objection_state_check', `state IN ('open', 'taken_up', 'answered')`)
@Check('objection_answered_check', `(state = 'answered') = (answered_at IS NOT NULL) AND (state = 'answered') = (answered_by IS NOT NULL)`)
@Check('objection_due_check', `state = 'open' OR due_on IS NOT NULL`)
@Index('objection_declaration_idx', ['declarationId', 'madeAt'])
@Index('objection_open_key', { synchronize: false })
export class ObjectionRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'objection_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'objection_declaration_fkey' })
  declarationId: string;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('filing_version', { name: 'objection_version_fkey' })
  versionId: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('uuid', { name: 'made_by' })
  @ForeignKey('account', { name: 'objection_made_by_fkey' })
  madeBy: string;

  /** Sealed. */
  @Column('text', { nullable: true })
  words: string | null;

  /** By when it is answered; fixed at the latest when somebody takes it up. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  @ForeignKey('account', { name: 'objection_answered_by_fkey' })
  answeredBy: string | null;
}

/** One disputed line and the answer to it. */
@Entity('objection_item')
@Unique('objection_item_line_key', ['objectionId', 'lineId'])
@Check('objection_item_answer_check', `answer IN ('upheld', 'partly', 'rejected') AND (answer IS NULL) = (answer_reason IS NULL)`)
export class ObjectionItemRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'objection_item_pkey' })
  id: string;

  @Column('uuid', { name: 'objection_id' })
  @ForeignKey('objection', { name: 'objection_item_objection_fkey', onDelete: 'CASCADE' })
  objectionId: string;

  @Column('bigint', { name: 'line_id' })
  @ForeignKey('roster_line', { name: 'objection_item_line_fkey' })
  lineId: string;

  /** Code of a closed list. */
  @Column('text')
  ground: string;

  /** Sealed, like the words of the answer. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('text', { name: 'answer_reason', nullable: true })
  answerReason: string | null;

  @Column('text', { name: 'answer_words', nullable: true })
  answerWords: string | null;
}
