import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, the accounts of people, what they do where, guardians and invitations. */
export class Members1763730000000 implements MigrationInterface {
  readonly name = 'Members1763730000000';

  async up(runner: QueryRunner): Promise<void> {
    const region = (column: string): string => `${column} ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`;
    await runner.query(`
      CREATE TABLE organisation (
        id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        region_code text NOT NULL,
        parent_id uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT organisation_pkey PRIMARY KEY (id),
        CONSTRAINT organisation_parent_fkey FOREIGN KEY (parent_id) REFERENCES organisation (id),
        CONSTRAINT organisation_kind_check CHECK (kind IN ('federation', 'employer', 'school', 'service', 'hrss', 'finance', 'tax')),
        CONSTRAINT organisation_region_check CHECK (${region('region_code')})
      )`);
    // Employers may share a name; their code of nine or eighteen characters keeps them apart.
    await runner.query(`CREATE UNIQUE INDEX organisation_name_key ON organisation (kind, region_code, name) WHERE kind <> 'employer'`);
    // A scope is a prefix; the order of the database's language would make it a scan.
    await runner.query('CREATE INDEX organisation_region_idx ON organisation (region_code text_pattern_ops)');
    await runner.query('CREATE INDEX organisation_parent_idx ON organisation (parent_id)');
    await runner.query(`
      CREATE TABLE account (
        id uuid NOT NULL,
        display_name text NOT NULL,
        language text NOT NULL,
        display text NOT NULL DEFAULT '',
        status text NOT NULL DEFAULT 'active',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT account_pkey PRIMARY KEY (id),
        CONSTRAINT account_language_check CHECK (language IN ('zh', 'en')),
        CONSTRAINT account_status_check CHECK (status IN ('active', 'suspended', 'closed'))
      )`);
    await runner.query(`
      CREATE TABLE account_contact (
        account_id uuid NOT NULL,
        phone text,
        phone_index_a text,
        phone_index_b text,
        phone_verified_at timestamptz,
        email text,
        email_index_a text,
        email_index_b text,
        email_verified_at timestamptz,
        CONSTRAINT account_contact_pkey PRIMARY KEY (account_id),
        CONSTRAINT account_contact_phone_index_a_key UNIQUE (phone_index_a),
        CONSTRAINT account_contact_phone_index_b_key UNIQUE (phone_index_b),
        CONSTRAINT account_contact_email_index_a_key UNIQUE (email_index_a),
        CONSTRAINT account_contact_email_index_b_key UNIQUE (email_index_b),
        CONSTRAINT account_contact_account_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE membership (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        organisation_id uuid,
        role text NOT NULL,
        region_code text NOT NULL,
        employer_id uuid,
        ward_account_id uuid,
        granted_by uuid,
        valid_from date NOT NULL,
        valid_until date,
        ended_at timestamptz,
        ended_by uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT membership_pkey PRIMARY KEY (id),
        CONSTRAINT membership_account_fkey FOREIGN KEY (account_id) REFERENCES account (id),
        CONSTRAINT membership_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id),
        CONSTRAINT membership_ward_fkey FOREIGN KEY (ward_account_id) REFERENCES account (id),
        CONSTRAINT membership_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account (id),
        CONSTRAINT membership_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account (id),
        CONSTRAINT membership_region_check CHECK (${region('region_code')}),
        CONSTRAINT membership_period_check CHECK (valid_until IS NULL OR valid_until >= valid_from),
        CONSTRAINT membership_employer_check CHECK ((role = 'employer_clerk') = (employer_id IS NOT NULL)),
        CONSTRAINT membership_ward_check CHECK ((role = 'guardian') = (ward_account_id IS NOT NULL) AND ward_account_id <> account_id),
        CONSTRAINT membership_granter_check CHECK (granted_by <> account_id)
      )`);
    await runner.query('CREATE INDEX membership_account_idx ON membership (account_id)');
    await runner.query('CREATE INDEX membership_organisation_idx ON membership (organisation_id)');
    await runner.query('CREATE INDEX membership_employer_idx ON membership (employer_id)');
    await runner.query('CREATE INDEX membership_ward_idx ON membership (ward_account_id)');
    await runner.query('CREATE INDEX membership_region_idx ON membership (region_code text_pattern_ops)');
    // 三员分立: of administration, security and audit one account never holds two at a time, whoever writes here.
    await runner.query(`CREATE UNIQUE INDEX membership_one_duty_key ON membership (account_id) WHERE ended_at IS NULL AND role IN ('administrator', 'security_officer', 'auditor')`);
    await runner.query('CREATE UNIQUE INDEX membership_held_once_key ON membership (account_id, role, region_code, organisation_id, employer_id, ward_account_id) NULLS NOT DISTINCT WHERE ended_at IS NULL');
    await runner.query(`
      CREATE TABLE invitation (
        id uuid NOT NULL,
        code_hash bytea NOT NULL,
        account_id uuid,
        display_name text NOT NULL,
        role text NOT NULL,
        region_code text NOT NULL,
        organisation_id uuid,
        employer_id uuid,
        invited_by uuid,
        invited_via uuid,
        valid_until date,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        accepted_by uuid,
        withdrawn_at timestamptz,
        CONSTRAINT invitation_pkey PRIMARY KEY (id),
        CONSTRAINT invitation_code_hash_key UNIQUE (code_hash),
        CONSTRAINT invitation_account_fkey FOREIGN KEY (account_id) REFERENCES account (id),
        CONSTRAINT invitation_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id),
        CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES account (id),
        CONSTRAINT invitation_invited_via_fkey FOREIGN KEY (invited_via) REFERENCES membership (id),
        CONSTRAINT invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES account (id),
        CONSTRAINT invitation_once_check CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
      )`);
    await runner.query('CREATE INDEX invitation_region_idx ON invitation (region_code text_pattern_ops)');
    await runner.query('CREATE INDEX invitation_via_idx ON invitation (invited_via)');
    await runner.query(`
      CREATE TABLE guardianship (
        id uuid NOT NULL,
        guardian_account_id uuid NOT NULL,
        ward_account_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        basis text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT guardianship_pkey PRIMARY KEY (id),
        CONSTRAINT guardianship_membership_key UNIQUE (membership_id),
        CONSTRAINT guardianship_guardian_fkey FOREIGN KEY (guardian_account_id) REFERENCES account (id),
        CONSTRAINT guardianship_ward_fkey FOREIGN KEY (ward_account_id) REFERENCES account (id),
        CONSTRAINT guardianship_membership_fkey FOREIGN KEY (membership_id) REFERENCES membership (id),
        CONSTRAINT guardianship_basis_check CHECK (basis IN ('statutory', 'appointed', 'entrusted'))
      )`);
    await runner.query('CREATE INDEX guardianship_ward_idx ON guardianship (ward_account_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['guardianship', 'invitation', 'membership', 'account_contact', 'account', 'organisation']) await runner.query(`DROP TABLE ${table}`);
  }
}
