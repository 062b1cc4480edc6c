import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The password of an account, as an argon2id hash. */
@Entity('credential')
export class CredentialRecord {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'credential_pkey' })
  @ForeignKey('account', { name: 'credential_account_fkey', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

/** The authenticator of an account; unconfirmed until its first code was right. */
@Entity('totp_device')
export class TotpDeviceRecord {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'totp_device_pkey' })
  @ForeignKey('account', { name: 'totp_device_account_fkey', onDelete: 'CASCADE' })
  accountId: string;

  /** Sealed. */
  @Column('text')
  secret: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** The time step of the last code that was taken: a code of this step or an earlier one is a replay (RFC 6238 §5.2). */
  @Column('bigint', { name: 'last_step', nullable: true })
  lastStep: string | null;
}

@Entity('recovery_code')
@Unique('recovery_code_digest_key', ['accountId', 'digest'])
export class RecoveryCodeRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recovery_code_pkey' })
  id: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'recovery_code_account_fkey', onDelete: 'CASCADE' })
  accountId: string;

  @Column('bytea')
  digest: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}

/** A person of a single sign-on provider, and the account that was linked to it beforehand. */
@Entity('oidc_identity')
@Index('oidc_identity_account_idx', ['accountId'])
export class OidcIdentityRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'oidc_identity_pkey' })
  issuer: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'oidc_identity_pkey' })
  subject: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'oidc_identity_account_fkey', onDelete: 'CASCADE' })
  accountId: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}

/** A browser from which the account was entered before: others' failures do not hold it up. */
@Entity('known_device')
@Index('known_device_last_at_idx', ['lastAt'])
export class KnownDeviceRecord {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'known_device_pkey' })
  digest: Buffer;

  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'known_device_pkey' })
  @ForeignKey('account', { name: 'known_device_account_fkey', onDelete: 'CASCADE' })
  accountId: string;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;
}

/** Attempts in a row without success, of one account (known or not) from one place. Keyed digests: no address, no contact. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_last_at_idx', ['lastAt'])
export class SignInAttemptRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_attempt_pkey' })
  subject: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_attempt_pkey' })
  place: string;

  @Column('integer')
  count: number;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;
}
