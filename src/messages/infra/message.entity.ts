import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A message to an account or to an address. `kept`: it waits in the inbox and goes nowhere. */
@Entity('message')
@Index('message_inbox_idx', ['accountId', 'createdAt', 'id'])
@Check('message_recipient_check', '(account_id IS NULL) = (address IS NOT NULL) AND (address IS NULL) = (address_kind IS NULL) AND (address IS NULL) = (language IS NULL)')
@Check('message_inbox_check', 'NOT in_inbox OR account_id IS NOT NULL')
@Check('message_state_check', `state IN ('kept', 'waiting', 'sent', 'refused', 'unreachable')`)
export class MessageRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_pkey' })
  id: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text')
  template: string;

  /** Sealed JSON. */
  @Column('text')
  params: string;

  @Column('text', { name: 'address_kind', nullable: true })
  addressKind: string | null;

  /** Sealed. */
  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('boolean', { name: 'in_inbox' })
  inInbox: boolean;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}

/** Text messages for the gateway of the deploying body, which takes them by `zhujiu sms take`. */
@Entity('sms_outbox')
@Index('sms_outbox_waiting_idx', ['createdAt', 'id'])
export class SmsRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sms_outbox_pkey' })
  id: string;

  @OneToOne(() => MessageRecord, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'id', foreignKeyConstraintName: 'sms_outbox_message_fkey' })
  message: Relation<MessageRecord>;

  /** Sealed. */
  @Column('text')
  phone: string;

  /** Sealed. */
  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'taken_at', nullable: true })
  takenAt: Date | null;
}
