import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What registers said to each line of a filing, claims of one person by several employers, and signals of pretended employment. */
export class Comparison1763820000000 implements MigrationInterface {
  readonly name = 'Comparison1763820000000';

  async up(runner: QueryRunner): Promise<void> {
    const months = (...columns: string[]): string => columns.map((column) => `${column} BETWEEN 0 AND 4095`).join(' AND ');
    await runner.query(`
      CREATE TABLE line_comparison (
        line_id bigint NOT NULL,
        version_id uuid NOT NULL,
        counted smallint NOT NULL,
        provisional smallint NOT NULL,
        doubled smallint NOT NULL,
        paper smallint NOT NULL,
        insured smallint NOT NULL,
        contracted smallint NOT NULL,
        groups jsonb NOT NULL,
        sources jsonb NOT NULL,
        notes jsonb NOT NULL,
        compared_at timestamptz NOT NULL,
        CONSTRAINT line_comparison_pkey PRIMARY KEY (line_id),
        CONSTRAINT line_comparison_line_fkey FOREIGN KEY (line_id) REFERENCES roster_line (id) ON DELETE CASCADE,
        CONSTRAINT line_comparison_version_fkey FOREIGN KEY (version_id) REFERENCES filing_version (id) ON DELETE CASCADE,
        CONSTRAINT line_comparison_months_check CHECK (${months('counted', 'provisional', 'doubled', 'paper', 'insured', 'contracted')} AND provisional & ~counted = 0)
      )`);
    await runner.query('CREATE INDEX line_comparison_version_idx ON line_comparison (version_id)');
    await runner.query(`
      CREATE TABLE version_comparison (
        version_id uuid NOT NULL,
        lines integer NOT NULL,
        doubtful integer NOT NULL,
        paper integer NOT NULL,
        months integer NOT NULL,
        counted_months integer NOT NULL,
        compared_at timestamptz NOT NULL,
        CONSTRAINT version_comparison_pkey PRIMARY KEY (version_id),
        CONSTRAINT version_comparison_version_fkey FOREIGN KEY (version_id) REFERENCES filing_version (id) ON DELETE CASCADE,
        CONSTRAINT version_comparison_numbers_check CHECK (doubtful BETWEEN 0 AND lines AND paper BETWEEN 0 AND lines AND counted_months BETWEEN 0 AND months)
      )`);
    await runner.query(`
      CREATE TABLE claim_conflict (
        id uuid NOT NULL,
        registry_person_id bigint NOT NULL,
        base_year smallint NOT NULL,
        overlapping smallint NOT NULL,
        unagreed smallint NOT NULL,
        state text NOT NULL,
        found_at timestamptz NOT NULL,
        settled_at timestamptz,
        settled_by uuid,
        reason text,
        words text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT claim_conflict_pkey PRIMARY KEY (id),
        CONSTRAINT claim_conflict_person_year_key UNIQUE (registry_person_id, base_year),
        CONSTRAINT claim_conflict_registry_person_fkey FOREIGN KEY (registry_person_id) REFERENCES registry_person (id),
        CONSTRAINT claim_conflict_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account (id),
        CONSTRAINT claim_conflict_state_check CHECK (state IN ('open', 'settled', 'gone')),
        CONSTRAINT claim_conflict_months_check CHECK (${months('overlapping', 'unagreed')} AND (state = 'gone' OR overlapping | unagreed > 0)),
        CONSTRAINT claim_conflict_settled_check CHECK ((state = 'settled') = (settled_at IS NOT NULL) AND (state = 'settled') = (settled_by IS NOT NULL) AND (state = 'settled') = (reason IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX claim_conflict_state_idx ON claim_conflict (state, base_year, found_at, id)');
    await runner.query(`
      CREATE TABLE claim_conflict_side (
        conflict_id uuid NOT NULL,
        uscc text NOT NULL,
        declaration_id uuid,
        claimed smallint NOT NULL,
        counted smallint NOT NULL,
        given_away smallint NOT NULL,
        insured smallint NOT NULL,
        contracted smallint NOT NULL,
        awarded smallint,
        CONSTRAINT claim_conflict_side_pkey PRIMARY KEY (conflict_id, uscc),
        CONSTRAINT claim_conflict_side_conflict_fkey FOREIGN KEY (conflict_id) REFERENCES claim_conflict (id) ON DELETE CASCADE,
        CONSTRAINT claim_conflict_side_declaration_fkey FOREIGN KEY (declaration_id) REFERENCES declaration (id),
        CONSTRAINT claim_conflict_side_months_check CHECK (${months('claimed', 'counted', 'given_away', 'insured', 'contracted', 'awarded')})
      )`);
    await runner.query('CREATE INDEX claim_conflict_side_declaration_idx ON claim_conflict_side (declaration_id)');
    await runner.query(`
      CREATE TABLE claim_signal (
        id uuid NOT NULL,
        declaration_id uuid NOT NULL,
        code text NOT NULL,
        grounds jsonb NOT NULL,
        state text NOT NULL,
        found_at timestamptz NOT NULL,
        looked_at timestamptz,
        looked_by uuid,
        words text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT claim_signal_pkey PRIMARY KEY (id),
        CONSTRAINT claim_signal_code_key UNIQUE (declaration_id, code),
        CONSTRAINT claim_signal_declaration_fkey FOREIGN KEY (declaration_id) REFERENCES declaration (id),
        CONSTRAINT claim_signal_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES account (id),
        CONSTRAINT claim_signal_code_check CHECK (code IN ('floor_wage', 'late_insurance', 'shared_contact', 'far_workplace', 'short_spells')),
        CONSTRAINT claim_signal_state_check CHECK (state IN ('open', 'no_concern', 'to_inspect')),
        CONSTRAINT claim_signal_looked_check CHECK ((state = 'open') = (looked_at IS NULL) AND (state = 'open') = (looked_by IS NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['claim_signal', 'claim_conflict_side', 'claim_conflict', 'version_comparison', 'line_comparison']) await runner.query(`DROP TABLE ${table}`);
  }
}
