import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Protected identity, certificate, file and contact of a person. */
export class People1763746000000 implements MigrationInterface {
  readonly name = 'People1763746000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL,
        region_code text NOT NULL,
        counselor_id uuid,
        account_id uuid,
        name text,
        citizen_id text,
        citizen_id_index_a text,
        citizen_id_index_b text,
        created_at timestamptz NOT NULL,
        anonymised_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT person_pkey PRIMARY KEY (id),
        CONSTRAINT person_citizen_id_index_a_key UNIQUE (citizen_id_index_a),
        CONSTRAINT person_citizen_id_index_b_key UNIQUE (citizen_id_index_b),
        CONSTRAINT person_account_key UNIQUE (account_id),
        CONSTRAINT person_counselor_fkey FOREIGN KEY (counselor_id) REFERENCES account (id),
        CONSTRAINT person_account_fkey FOREIGN KEY (account_id) REFERENCES account (id),
        CONSTRAINT person_region_check CHECK (region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'),
        CONSTRAINT person_anonymised_check CHECK ((anonymised_at IS NULL) = (citizen_id IS NOT NULL) AND (anonymised_at IS NULL) = (name IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX person_region_idx ON person (region_code text_pattern_ops)');
    await runner.query('CREATE INDEX person_counselor_idx ON person (counselor_id)');
    await runner.query('CREATE INDEX person_created_idx ON person (created_at, id)');
    await runner.query(`
      CREATE TABLE disability_certificate (
        person_id uuid NOT NULL,
        number text NOT NULL,
        number_index_a text,
        number_index_b text,
        category smallint NOT NULL,
        grade smallint NOT NULL,
        issued_on date,
        valid_until date,
        CONSTRAINT disability_certificate_pkey PRIMARY KEY (person_id),
        CONSTRAINT disability_certificate_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT disability_certificate_index_a_key UNIQUE (number_index_a),
        CONSTRAINT disability_certificate_index_b_key UNIQUE (number_index_b),
        CONSTRAINT disability_certificate_category_check CHECK (category BETWEEN 1 AND 7),
        CONSTRAINT disability_certificate_grade_check CHECK (grade BETWEEN 1 AND 4),
        CONSTRAINT disability_certificate_period_check CHECK (valid_until IS NULL OR issued_on IS NULL OR valid_until >= issued_on)
      )`);
    await runner.query(`
      CREATE TABLE person_file (
        person_id uuid NOT NULL,
        created_by uuid,
        opened_on date NOT NULL,
        closed_on date,
        closing_reason text,
        ranking_off boolean NOT NULL DEFAULT false,
        CONSTRAINT person_file_pkey PRIMARY KEY (person_id),
        CONSTRAINT person_file_person_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT person_file_created_by_fkey FOREIGN KEY (created_by) REFERENCES account (id),
        CONSTRAINT person_file_closed_check CHECK ((closed_on IS NULL) = (closing_reason IS NULL))
      )`);
    await runner.query('CREATE INDEX person_file_closed_idx ON person_file (closed_on)');
    await runner.query(`
      CREATE TABLE person_contact (
        person_id uuid NOT NULL,
        phone text,
        phone_index_a text,
        phone_index_b text,
        address text,
        preferred text NOT NULL DEFAULT 'phone',
        CONSTRAINT person_contact_pkey PRIMARY KEY (person_id),
        CONSTRAINT person_contact_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT person_contact_preferred_check CHECK (preferred IN ('phone', 'text', 'sign_video', 'post', 'visit'))
      )`);
    await runner.query('CREATE INDEX person_contact_phone_index_a_idx ON person_contact (phone_index_a)');
    await runner.query('CREATE INDEX person_contact_phone_index_b_idx ON person_contact (phone_index_b)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person_contact', 'person_file', 'disability_certificate', 'person']) await runner.query(`DROP TABLE ${table}`);
  }
}
