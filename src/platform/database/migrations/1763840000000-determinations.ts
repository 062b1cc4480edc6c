import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results of the annual review as they are issued, and their public notice. */
export class Determinations1763840000000 implements MigrationInterface {
  readonly name = 'Determinations1763840000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE determination (
        id uuid NOT NULL,
        declaration_id uuid NOT NULL,
        version_number smallint NOT NULL,
        employer_id uuid NOT NULL,
        employer_name text NOT NULL,
        uscc text NOT NULL,
        region_code text NOT NULL,
        base_year smallint NOT NULL,
        number text NOT NULL,
        code text NOT NULL,
        outcome text NOT NULL,
        arranged numeric(12, 4) NOT NULL,
        counted_months integer NOT NULL,
        weighted_months integer NOT NULL,
        required numeric(18, 6),
        content text NOT NULL,
        digest bytea NOT NULL,
        seal_algorithm text NOT NULL,
        seal_key text NOT NULL,
        seal_signature text NOT NULL,
        issued_at timestamptz NOT NULL,
        issuer text NOT NULL,
        supersedes uuid,
        CONSTRAINT determination_pkey PRIMARY KEY (id),
        CONSTRAINT determination_declaration_fkey FOREIGN KEY (declaration_id) REFERENCES declaration (id),
        CONSTRAINT determination_employer_fkey FOREIGN KEY (employer_id) REFERENCES employer (id),
        CONSTRAINT determination_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES determination (id),
        CONSTRAINT determination_version_key UNIQUE (declaration_id, version_number),
        CONSTRAINT determination_number_key UNIQUE (number),
        CONSTRAINT determination_code_key UNIQUE (code),
        CONSTRAINT determination_supersedes_key UNIQUE (supersedes),
        CONSTRAINT determination_outcome_check CHECK (outcome IN ('determined', 'refused', 'corrected')),
        CONSTRAINT determination_numbers_check CHECK (arranged >= 0 AND required >= 0 AND counted_months >= 0 AND weighted_months >= counted_months),
        CONSTRAINT determination_digest_check CHECK (length(digest) = 32)
      )`);
    await runner.query('CREATE INDEX determination_region_idx ON determination (region_code text_pattern_ops, base_year)');
    await runner.query('CREATE INDEX determination_employer_idx ON determination (employer_id, base_year)');
    await runner.query('CREATE INDEX determination_issued_idx ON determination (issued_at, id)');
    await runner.query(`
      CREATE TABLE determination_serial (
        region_code text NOT NULL,
        issue_year smallint NOT NULL,
        last integer NOT NULL,
        CONSTRAINT determination_serial_pkey PRIMARY KEY (region_code, issue_year)
      )`);
    await runner.query(`
      CREATE TABLE notice (
        id uuid NOT NULL,
        kind text NOT NULL,
        region_code text NOT NULL,
        base_year smallint NOT NULL,
        issuer text NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid,
        closes_on date NOT NULL,
        lines integer NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawal_reason text,
        CONSTRAINT notice_pkey PRIMARY KEY (id),
        CONSTRAINT notice_published_by_fkey FOREIGN KEY (published_by) REFERENCES account (id),
        CONSTRAINT notice_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES account (id),
        CONSTRAINT notice_kind_check CHECK (kind IN ('review', 'relief')),
        CONSTRAINT notice_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
        CONSTRAINT notice_lines_check CHECK (lines > 0)
      )`);
    await runner.query('CREATE INDEX notice_published_idx ON notice (published_at, id)');
    await runner.query(`
      CREATE TABLE notice_line (
        notice_id uuid NOT NULL,
        place integer NOT NULL,
        determination_id uuid,
        employer_name text NOT NULL,
        uscc text NOT NULL,
        required numeric(18, 6),
        arranged numeric(12, 4),
        relief_kind text,
        relief_amount bigint,
        deferral_months smallint,
        withdrawn boolean DEFAULT false NOT NULL,
        CONSTRAINT notice_line_pkey PRIMARY KEY (notice_id, place),
        CONSTRAINT notice_line_notice_fkey FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE CASCADE,
        CONSTRAINT notice_line_determination_fkey FOREIGN KEY (determination_id) REFERENCES determination (id),
        CONSTRAINT notice_line_relief_check CHECK (relief_kind IN ('relief', 'deferral'))
      )`);
    await runner.query('CREATE UNIQUE INDEX notice_line_determination_key ON notice_line (determination_id) WHERE NOT withdrawn');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice_line', 'notice', 'determination_serial', 'determination']) await runner.query(`DROP TABLE ${table}`);
  }
}
