import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What an employer said against the notice of a credit record; once for each notice. */
@Entity('credit_objection')
@Unique('credit_objection_record_key', ['recordId'])
@Check('credit_objection_outcome_check', `outcome IN ('upheld', 'rejected') AND (outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (answer IS NULL)`)
export class CreditObjectionRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credit_objection_pkey' })
  id: string;

  @Column('uuid', { name: 'record_id' })
  @ForeignKey('credit_record', { name: 'credit_objection_record_fkey' })
  recordId: string;

  /** Sealed, like the answer. */
  @Column('text')
  words: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('uuid', { name: 'made_by', nullable: true })
  @ForeignKey('account', { name: 'credit_objection_made_by_fkey' })
  madeBy: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  @ForeignKey('account', { name: 'credit_objection_answered_by_fkey' })
  answeredBy: string | null;
}
