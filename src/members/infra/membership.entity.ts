import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { AccountRecord } from './account.entity.js';
import { OrganisationRecord } from './organisation.entity.js';

/** One role of one account, in one place and time. Never deleted: who could do what, and when, is asked years later. */
@Entity('membership')
@Index('membership_account_idx', ['accountId'])
@Index('membership_organisation_idx', ['organisationId'])
@Index('membership_employer_idx', ['employerId'])
@Index('membership_ward_idx', ['wardAccountId'])
@Index('membership_region_idx', { synchronize: false })
@Index('membership_one_duty_key', { synchronize: false })
@Index('membership_held_once_key', { synchronize: false })
@Check('membership_region_check', `region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`)
@Check('membership_period_check', 'valid_until IS NULL OR valid_until >= valid_from')
@Check('membership_employer_check', `(role = 'employer_clerk') = (employer_id IS NOT NULL)`)
@Check('membership_ward_check', `(role = 'guardian') = (ward_account_id IS NOT NULL) AND ward_account_id <> account_id`)
@Check('membership_granter_check', 'granted_by <> account_id')
export class MembershipRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pkey' })
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'membership_account_fkey' })
  account: Relation<AccountRecord>;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => OrganisationRecord)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'membership_organisation_fkey' })
  organisation: Relation<OrganisationRecord> | null;

  @Column('text')
  role: string;

  /** The region that the role is held in; of a role without a region of its own, the one that looks after it. */
  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('uuid', { name: 'employer_id', nullable: true })
  employerId: string | null;

  @Column('uuid', { name: 'ward_account_id', nullable: true })
  wardAccountId: string | null;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'ward_account_id', foreignKeyConstraintName: 'membership_ward_fkey' })
  ward: Relation<AccountRecord> | null;

  /** Null where the command line gave it. */
  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'granted_by', foreignKeyConstraintName: 'membership_granted_by_fkey' })
  granter: Relation<AccountRecord> | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day; null without end. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'ended_by', foreignKeyConstraintName: 'membership_ended_by_fkey' })
  ender: Relation<AccountRecord> | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** Who acts for whom, and on what ground; what it allows is its membership. */
@Entity('guardianship')
@Unique('guardianship_membership_key', ['membershipId'])
@Index('guardianship_ward_idx', ['wardAccountId'])
@Check('guardianship_basis_check', `basis IN ('statutory', 'appointed', 'entrusted')`)
export class GuardianshipRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'guardianship_pkey' })
  id: string;

  @Column('uuid', { name: 'guardian_account_id' })
  guardianAccountId: string;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'guardian_account_id', foreignKeyConstraintName: 'guardianship_guardian_fkey' })
  guardian: Relation<AccountRecord>;

  @Column('uuid', { name: 'ward_account_id' })
  wardAccountId: string;

  @ManyToOne(() => AccountRecord)
  @JoinColumn({ name: 'ward_account_id', foreignKeyConstraintName: 'guardianship_ward_fkey' })
  ward: Relation<AccountRecord>;

  @Column('uuid', { name: 'membership_id' })
  membershipId: string;

  @ManyToOne(() => MembershipRecord)
  @JoinColumn({ name: 'membership_id', foreignKeyConstraintName: 'guardianship_membership_fkey' })
  membership: Relation<MembershipRecord>;

  @Column('text')
  basis: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
