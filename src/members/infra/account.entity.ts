import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A person who can sign in. How it signs in stands in the sign-in room. */
@Entity('account')
@Check('account_language_check', `language IN ('zh', 'en')`)
@Check('account_status_check', `status IN ('active', 'suspended', 'closed')`)
export class AccountRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text')
  language: string;

  /** Words of the display settings, as in their cookie. */
  @Column('text', { default: '' })
  display: string;

  @Column('text', { default: 'active' })
  status: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** Phone and e-mail of an account, sealed; found by either of their index columns (ADR 9). */
@Entity('account_contact')
@Index('account_contact_phone_index_a_key', { synchronize: false })
@Index('account_contact_phone_index_b_key', { synchronize: false })
@Index('account_contact_email_index_a_key', { synchronize: false })
@Index('account_contact_email_index_b_key', { synchronize: false })
@Index('account_contact_phone_index_a_idx', ['phoneIndexA'])
@Index('account_contact_phone_index_b_idx', ['phoneIndexB'])
@Index('account_contact_email_index_a_idx', ['emailIndexA'])
@Index('account_contact_email_index_b_idx', ['emailIndexB'])
export class AccountContactRecord {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'account_contact_pkey' })
  accountId: string;

  @OneToOne(() => AccountRecord, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'account_contact_account_fkey' })
  account: Relation<AccountRecord>;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'phone_index_a', nullable: true })
  phoneIndexA: string | null;

  @Column('text', { name: 'phone_index_b', nullable: true })
  phoneIndexB: string | null;

  @Column('timestamptz', { name: 'phone_verified_at', nullable: true })
  phoneVerifiedAt: Date | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { name: 'email_index_a', nullable: true })
  emailIndexA: string | null;

  @Column('text', { name: 'email_index_b', nullable: true })
  emailIndexB: string | null;

  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt: Date | null;
}
