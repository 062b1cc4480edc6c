import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A session of a person. The token itself is nowhere here. */
@Entity('session')
@Unique('session_token_digest_key', ['tokenDigest'])
@Index('session_account_idx', ['accountId'])
@Index('session_opened_at_idx', ['openedAt'])
@Check('session_kind_check', `kind IN ('cookie', 'bearer')`)
@Check('session_method_check', `method IN ('password', 'office_code', 'single_sign_on')`)
export class SessionRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @Column('bytea', { name: 'token_digest' })
  tokenDigest: Buffer;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'session_account_fkey', onDelete: 'CASCADE' })
  accountId: string;

  /** The one membership that it acts in; null before the person has chosen, and for accounts without any. */
  @Column('uuid', { name: 'membership_id', nullable: true })
  membershipId: string | null;

  @Column('text')
  kind: string;

  @Column('text')
  method: string;

  /** Program and system in a few words, so that a person knows their sessions apart. */
  @Column('text')
  device: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

/** Between the first proof and the session: a second factor, its set-up or a new password is still wanted. */
@Entity('sign_in_ticket')
@Index('sign_in_ticket_expires_at_idx', ['expiresAt'])
@Check('sign_in_ticket_step_check', `step IN ('second_factor', 'enrolment', 'new_password')`)
export class SignInTicketRecord {
  @PrimaryColumn('bytea', { name: 'token_digest', primaryKeyConstraintName: 'sign_in_ticket_pkey' })
  tokenDigest: Buffer;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'sign_in_ticket_account_fkey', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  step: string;

  @Column('text')
  method: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

/**
 * What may be shown once instead of a password: an office's code, the token of a reset, of a changed address. The account is
 * null where somebody asked for an unknown one: the row makes both answers cost the same.
 */
@Entity('one_time_secret')
@Unique('one_time_secret_digest_key', ['digest'])
@Index('one_time_secret_account_idx', ['accountId'])
@Index('one_time_secret_expires_at_idx', ['expiresAt'])
@Check('one_time_secret_purpose_check', `purpose IN ('office_code', 'password_reset', 'address_change')`)
export class OneTimeSecretRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_time_secret_pkey' })
  id: string;

  @Column('text')
  purpose: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  @ForeignKey('account', { name: 'one_time_secret_account_fkey', onDelete: 'CASCADE' })
  accountId: string | null;

  /** Null until the message that carries the token is written: a token stands in no job and no table. */
  @Column('text', { nullable: true })
  digest: string | null;

  /** Sealed: the new address. */
  @Column('text', { nullable: true })
  detail: string | null;

  @Column('uuid', { name: 'issued_by', nullable: true })
  issuedBy: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}

/** A single sign-on that has left for the provider and is not back yet. Found by a cookie of the browser that left. */
@Entity('oidc_attempt')
@Index('oidc_attempt_expires_at_idx', ['expiresAt'])
export class OidcAttemptRecord {
  @PrimaryColumn('bytea', { name: 'cookie_digest', primaryKeyConstraintName: 'oidc_attempt_pkey' })
  cookieDigest: Buffer;

  @Column('text')
  state: string;

  @Column('text')
  nonce: string;

  /** PKCE (RFC 7636). */
  @Column('text')
  verifier: string;

  /** Path to go to afterwards. */
  @Column('text', { nullable: true })
  next: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
