import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { AccountRecord } from './account.entity.js';
import { MembershipRecord } from './membership.entity.js';
import { OrganisationRecord } from './organisation.entity.js';

/** A role offered to whoever brings the code. Only the digest of the code is kept. */
@Entity('invitation')
@Unique('invitation_code_hash_key', ['codeHash'])
@Index('invitation_region_idx', { synchronize: false })
@Index('invitation_via_idx', ['invitedVia'])
@Check('invitation_once_check', 'accepted_at IS NULL OR withdrawn_at IS NULL')
export class InvitationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  id: string;

  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  /** An account that exists already and alone may accept; null for a new one. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'invitation_account_fkey' })
  account: Relation<AccountRecord> | null;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text')
  role: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => OrganisationRecord)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'invitation_organisation_fkey' })
  organisation: Relation<OrganisationRecord> | null;

  @Column('uuid', { name: 'employer_id', nullable: true })
  employerId: string | null;

  /** Null where the command line invited. */
  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'invited_by', foreignKeyConstraintName: 'invitation_invited_by_fkey' })
  inviter: Relation<AccountRecord> | null;

  /** The membership that the inviter acted in: when it ends, what it promised ends. */
  @Column('uuid', { name: 'invited_via', nullable: true })
  invitedVia: string | null;

  @ManyToOne(() => MembershipRecord)
  @JoinColumn({ name: 'invited_via', foreignKeyConstraintName: 'invitation_invited_via_fkey' })
  via: Relation<MembershipRecord> | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('uuid', { name: 'accepted_by', nullable: true })
  acceptedBy: string | null;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'accepted_by', foreignKeyConstraintName: 'invitation_accepted_by_fkey' })
  accepter: Relation<AccountRecord> | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
