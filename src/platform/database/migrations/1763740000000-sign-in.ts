import type { MigrationInterface, QueryRunner } from 'typeorm';

const account = (table: string): string => `CONSTRAINT ${table}_account_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE`;

/** Passwords, second factors, sessions and what leads to them. Every token, code and key stands here as a digest only. */
export class SignIn1763740000000 implements MigrationInterface {
  readonly name = 'SignIn1763740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credential (
        account_id uuid NOT NULL,
        password_hash text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT credential_pkey PRIMARY KEY (account_id),
        ${account('credential')}
      )`);
    await runner.query(`
      CREATE TABLE totp_device (
        account_id uuid NOT NULL,
        secret text NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step bigint,
        CONSTRAINT totp_device_pkey PRIMARY KEY (account_id),
        ${account('totp_device')}
      )`);
    await runner.query(`
      CREATE TABLE recovery_code (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        digest bytea NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_code_pkey PRIMARY KEY (id),
        CONSTRAINT recovery_code_digest_key UNIQUE (account_id, digest),
        ${account('recovery_code')}
      )`);
    await runner.query(`
      CREATE TABLE oidc_identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        account_id uuid NOT NULL,
        linked_at timestamptz NOT NULL,
        CONSTRAINT oidc_identity_pkey PRIMARY KEY (issuer, subject),
        ${account('oidc_identity')}
      )`);
    await runner.query('CREATE INDEX oidc_identity_account_idx ON oidc_identity (account_id)');
    await runner.query(`
      CREATE TABLE known_device (
        digest bytea NOT NULL,
        account_id uuid NOT NULL,
        last_at timestamptz NOT NULL,
        CONSTRAINT known_device_pkey PRIMARY KEY (digest, account_id),
        ${account('known_device')}
      )`);
    await runner.query('CREATE INDEX known_device_last_at_idx ON known_device (last_at)');
    await runner.query(`
      CREATE TABLE sign_in_attempt (
        subject text NOT NULL,
        place text NOT NULL,
        count integer NOT NULL,
        last_at timestamptz NOT NULL,
        CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (subject, place)
      )`);
    await runner.query('CREATE INDEX sign_in_attempt_last_at_idx ON sign_in_attempt (last_at)');
    await runner.query(`
      CREATE TABLE session (
        id uuid NOT NULL,
        token_digest bytea NOT NULL,
        account_id uuid NOT NULL,
        membership_id uuid,
        kind text NOT NULL,
        method text NOT NULL,
        device text NOT NULL,
        opened_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT session_pkey PRIMARY KEY (id),
        CONSTRAINT session_token_digest_key UNIQUE (token_digest),
        CONSTRAINT session_kind_check CHECK (kind IN ('cookie', 'bearer')),
        CONSTRAINT session_method_check CHECK (method IN ('password', 'office_code', 'single_sign_on')),
        ${account('session')}
      )`);
    await runner.query('CREATE INDEX session_account_idx ON session (account_id)');
    await runner.query('CREATE INDEX session_opened_at_idx ON session (opened_at)');
    await runner.query(`
      CREATE TABLE sign_in_ticket (
        token_digest bytea NOT NULL,
        account_id uuid NOT NULL,
        step text NOT NULL,
        method text NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT sign_in_ticket_pkey PRIMARY KEY (token_digest),
        CONSTRAINT sign_in_ticket_step_check CHECK (step IN ('second_factor', 'enrolment', 'new_password')),
        ${account('sign_in_ticket')}
      )`);
    await runner.query('CREATE INDEX sign_in_ticket_expires_at_idx ON sign_in_ticket (expires_at)');
    await runner.query(`
      CREATE TABLE one_time_secret (
        id uuid NOT NULL,
        purpose text NOT NULL,
        account_id uuid,
        digest text,
        detail text,
        issued_by uuid,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT one_time_secret_pkey PRIMARY KEY (id),
        CONSTRAINT one_time_secret_digest_key UNIQUE (digest),
        CONSTRAINT one_time_secret_purpose_check CHECK (purpose IN ('office_code', 'password_reset', 'address_change')),
        ${account('one_time_secret')}
      )`);
    await runner.query('CREATE INDEX one_time_secret_account_idx ON one_time_secret (account_id)');
    await runner.query('CREATE INDEX one_time_secret_expires_at_idx ON one_time_secret (expires_at)');
    await runner.query(`
      CREATE TABLE oidc_attempt (
        cookie_digest bytea NOT NULL,
        state text NOT NULL,
        nonce text NOT NULL,
        verifier text NOT NULL,
        next text,
        expires_at timestamptz NOT NULL,
        CONSTRAINT oidc_attempt_pkey PRIMARY KEY (cookie_digest)
      )`);
    await runner.query('CREATE INDEX oidc_attempt_expires_at_idx ON oidc_attempt (expires_at)');
    await runner.query(`
      CREATE TABLE machine_client (
        id uuid NOT NULL,
        name text NOT NULL,
        organisation_id uuid,
        role text NOT NULL,
        permissions text[] NOT NULL,
        region_prefix text,
        calls_per_minute integer NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT machine_client_pkey PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE machine_key (
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        digest bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT machine_key_pkey PRIMARY KEY (id),
        CONSTRAINT machine_key_digest_key UNIQUE (digest),
        CONSTRAINT machine_key_client_fkey FOREIGN KEY (client_id) REFERENCES machine_client (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX machine_key_client_idx ON machine_key (client_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['machine_key', 'machine_client', 'oidc_attempt', 'one_time_secret', 'sign_in_ticket', 'session', 'sign_in_attempt', 'known_device', 'oidc_identity', 'recovery_code', 'totp_device', 'credential']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
