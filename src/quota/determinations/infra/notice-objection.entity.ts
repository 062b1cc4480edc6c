import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 公示异议: what somebody said against a notice while its window was open. */
@Entity('notice_objection')
@Check('notice_objection_party_check', `party IN ('employer', 'worker', 'other')`)
@Check('notice_objection_outcome_check', `outcome IN ('upheld', 'partly', 'rejected') AND (outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (answer IS NULL)`)
@ForeignKey('notice_line', ['noticeId', 'place'], ['noticeId', 'place'], { name: 'notice_objection_line_fkey' })
@Index('notice_objection_notice_idx', ['noticeId', 'madeAt', 'id'])
export class NoticeObjectionRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_objection_pkey' })
  id: string;

  @Column('uuid', { name: 'notice_id' })
  @ForeignKey('notice', { name: 'notice_objection_notice_fkey' })
  noticeId: string;

  /** The line that it is about; null: the notice as a whole. */
  @Column('integer', { nullable: true })
  place: number | null;

  /** As whom somebody speaks. Nobody has to give a name. */
  @Column('text')
  party: string;

  /** Sealed, like the contact and the answer. */
  @Column('text')
  words: string;

  /** Where the answer is to go, if somebody wants one. */
  @Column('text', { nullable: true })
  contact: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  @ForeignKey('account', { name: 'notice_objection_answered_by_fkey' })
  answeredBy: string | null;
}
