import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The annual review's core: one declaration per employer and base year, its versions, its roster and every step it took. */
export class Filing1763810000000 implements MigrationInterface {
  readonly name = 'Filing1763810000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE declaration (
        id uuid NOT NULL,
        employer_id uuid NOT NULL,
        base_year smallint NOT NULL,
        filing_year smallint NOT NULL,
        region_code text NOT NULL,
        mode text NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        state_since timestamptz NOT NULL,
        current_version smallint NOT NULL DEFAULT 1,
        opened_at timestamptz NOT NULL,
        deadline date,
        due_on date,
        submitted_at timestamptz,
        is_late boolean NOT NULL DEFAULT false,
        first_checker uuid,
        doubt smallint NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT declaration_pkey PRIMARY KEY (id),
        CONSTRAINT declaration_employer_year_key UNIQUE (employer_id, base_year),
        CONSTRAINT declaration_employer_fkey FOREIGN KEY (employer_id) REFERENCES employer (id),
        CONSTRAINT declaration_first_checker_fkey FOREIGN KEY (first_checker) REFERENCES account (id),
        CONSTRAINT declaration_mode_check CHECK (mode IN ('native', 'companion')),
        CONSTRAINT declaration_state_check CHECK (state IN ('draft', 'nothing_to_claim', 'submitted', 'checking', 'accepted', 'first_check', 'second_check', 'determined', 'refused', 'returned', 'withdrawn', 'objected', 'corrected', 'late', 'counted_as_none', 'archived')),
        CONSTRAINT declaration_year_check CHECK (base_year BETWEEN 2015 AND 2035 AND filing_year BETWEEN base_year AND 2036),
        CONSTRAINT declaration_region_check CHECK (region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$')
      )`);
    // The reviewer's queue: by place, state, what is due first, then what is most in doubt.
    await runner.query('CREATE INDEX declaration_queue_idx ON declaration (state, due_on, doubt DESC, id) INCLUDE (region_code, base_year)');
    await runner.query('CREATE INDEX declaration_region_idx ON declaration (region_code text_pattern_ops, base_year, state, due_on, id)');
    await runner.query(`
      CREATE TABLE filing_version (
        id uuid NOT NULL,
        declaration_id uuid NOT NULL,
        number smallint NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid,
        changed_at timestamptz NOT NULL,
        submitted_at timestamptz,
        committed_at timestamptz,
        committed_by uuid,
        monthly_staff integer[],
        seasonal jsonb NOT NULL DEFAULT '[]',
        dispatched_staff integer,
        total_wages bigint,
        already_paid bigint NOT NULL DEFAULT 0,
        late_reason text,
        judged_on date,
        trial jsonb,
        trial_payable bigint,
        arranged numeric(12, 4),
        policy_hash text,
        CONSTRAINT filing_version_pkey PRIMARY KEY (id),
        CONSTRAINT filing_version_number_key UNIQUE (declaration_id, number),
        CONSTRAINT filing_version_declaration_fkey FOREIGN KEY (declaration_id) REFERENCES declaration (id),
        CONSTRAINT filing_version_created_by_fkey FOREIGN KEY (created_by) REFERENCES account (id),
        CONSTRAINT filing_version_committed_by_fkey FOREIGN KEY (committed_by) REFERENCES account (id),
        CONSTRAINT filing_version_committed_check CHECK ((committed_at IS NULL) = (committed_by IS NULL)),
        CONSTRAINT filing_version_staff_check CHECK (monthly_staff IS NULL OR array_length(monthly_staff, 1) = 12),
        CONSTRAINT filing_version_numbers_check CHECK (total_wages >= 0 AND already_paid >= 0 AND dispatched_staff >= 0)
      )`);
    const months = (column: string): string => `${column} BETWEEN 0 AND 4095`;
    const line = `
      registry_person_id bigint NOT NULL,
      source text NOT NULL,
      source_row integer,
      name text NOT NULL,
      certificate text NOT NULL,
      certificate_kind text NOT NULL,
      certificate_grade smallint NOT NULL,
      certificate_from date,
      certificate_until date,
      certificate_from_declared boolean NOT NULL DEFAULT false,
      certificate_until_declared boolean NOT NULL DEFAULT false,
      post text,
      post_category text,
      contract_kind text,
      contract_start date NOT NULL,
      contract_end date,
      wage bigint,
      pension_known smallint NOT NULL DEFAULT 0,
      pension_yes smallint NOT NULL DEFAULT 0,
      medical_known smallint NOT NULL DEFAULT 0,
      medical_yes smallint NOT NULL DEFAULT 0,
      pension_drawn_from date,
      residence text,
      months smallint NOT NULL,
      counts text NOT NULL DEFAULT 'own',
      other_uscc text,
      counted_months smallint NOT NULL DEFAULT 0,
      weighted_months smallint NOT NULL DEFAULT 0,
      certain_months smallint NOT NULL DEFAULT 0,
      certain_weighted smallint NOT NULL DEFAULT 0,
      fingerprint text NOT NULL`;
    await runner.query(`
      CREATE TABLE roster_line (
        id bigint GENERATED BY DEFAULT AS IDENTITY,
        version_id uuid NOT NULL,
        ${line},
        CONSTRAINT roster_line_pkey PRIMARY KEY (id),
        CONSTRAINT roster_line_once_key UNIQUE (version_id, registry_person_id, contract_start),
        CONSTRAINT roster_line_version_fkey FOREIGN KEY (version_id) REFERENCES filing_version (id) ON DELETE CASCADE,
        CONSTRAINT roster_line_registry_person_fkey FOREIGN KEY (registry_person_id) REFERENCES registry_person (id),
        CONSTRAINT roster_line_source_check CHECK (source IN ('upload', 'hand', 'prefill_last_year', 'prefill_spell', 'prefill_registry')),
        CONSTRAINT roster_line_kind_check CHECK (certificate_kind IN ('disability', 'military', 'police')),
        CONSTRAINT roster_line_grade_check CHECK (certificate_grade BETWEEN 1 AND CASE WHEN certificate_kind = 'disability' THEN 4 ELSE 10 END),
        CONSTRAINT roster_line_contract_kind_check CHECK (contract_kind IN ('establishment', 'contract')),
        CONSTRAINT roster_line_post_category_check CHECK (post_category IN ('management', 'worker')),
        CONSTRAINT roster_line_residence_check CHECK (residence IN ('local', 'elsewhere')),
        CONSTRAINT roster_line_counts_check CHECK (counts IN ('own', 'in', 'out')),
        CONSTRAINT roster_line_months_check CHECK (${['months', 'pension_known', 'medical_known'].map(months).join(' AND ')} AND pension_yes & ~pension_known = 0 AND medical_yes & ~medical_known = 0),
        CONSTRAINT roster_line_counted_check CHECK (counted_months BETWEEN 0 AND 12 AND certain_months BETWEEN 0 AND counted_months AND weighted_months BETWEEN counted_months AND 2 * counted_months AND certain_weighted BETWEEN certain_months AND 2 * certain_months),
        CONSTRAINT roster_line_contract_check CHECK (contract_end IS NULL OR contract_end >= contract_start)
      )`);
    await runner.query('CREATE INDEX roster_line_person_idx ON roster_line (registry_person_id)');
    await runner.query(`
      CREATE TABLE roster_import (
        id uuid NOT NULL,
        version_id uuid NOT NULL,
        digest bytea NOT NULL,
        file_name text,
        received_at timestamptz NOT NULL,
        received_by uuid,
        state text NOT NULL DEFAULT 'reading',
        alive_at timestamptz NOT NULL,
        phase_rows integer NOT NULL DEFAULT 0,
        rows_in integer NOT NULL DEFAULT 0,
        accepted integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        rejected integer NOT NULL DEFAULT 0,
        removed integer NOT NULL DEFAULT 0,
        refusal text,
        warnings text,
        CONSTRAINT roster_import_pkey PRIMARY KEY (id),
        CONSTRAINT roster_import_version_fkey FOREIGN KEY (version_id) REFERENCES filing_version (id) ON DELETE CASCADE,
        CONSTRAINT roster_import_received_by_fkey FOREIGN KEY (received_by) REFERENCES account (id),
        CONSTRAINT roster_import_state_check CHECK (state IN ('reading', 'checked', 'done', 'refused', 'failed', 'discarded')),
        CONSTRAINT roster_import_refusal_check CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CONSTRAINT roster_import_balance_check CHECK (state NOT IN ('checked', 'done') OR rows_in = accepted + unchanged + rejected),
        CONSTRAINT roster_import_counts_check CHECK (least(accepted, unchanged, rejected, removed) >= 0)
      )`);
    await runner.query('CREATE INDEX roster_import_version_idx ON roster_import (version_id, received_at)');
    // What a dry run found acceptable waits here for the clerk's word; it becomes lines, or goes.
    await runner.query(`
      CREATE TABLE roster_staged_line (
        id bigint NOT NULL,
        import_id uuid NOT NULL,
        ${line},
        CONSTRAINT roster_staged_line_pkey PRIMARY KEY (id),
        CONSTRAINT roster_staged_line_import_fkey FOREIGN KEY (import_id) REFERENCES roster_import (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX roster_staged_line_import_idx ON roster_staged_line (import_id, registry_person_id, contract_start)');
    await runner.query(`
      CREATE TABLE roster_import_rejection (
        id bigint GENERATED BY DEFAULT AS IDENTITY,
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        code text NOT NULL,
        detail text NOT NULL,
        CONSTRAINT roster_import_rejection_pkey PRIMARY KEY (id),
        CONSTRAINT roster_import_rejection_import_fkey FOREIGN KEY (import_id) REFERENCES roster_import (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX roster_import_rejection_import_idx ON roster_import_rejection (import_id, row_number, id)');
    await runner.query(`
      CREATE TABLE declaration_step (
        id bigint GENERATED BY DEFAULT AS IDENTITY,
        declaration_id uuid NOT NULL,
        version_number smallint NOT NULL,
        act text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        at timestamptz NOT NULL,
        actor uuid,
        role text,
        reason text,
        words text,
        due_on date,
        CONSTRAINT declaration_step_pkey PRIMARY KEY (id),
        CONSTRAINT declaration_step_declaration_fkey FOREIGN KEY (declaration_id) REFERENCES declaration (id),
        CONSTRAINT declaration_step_actor_fkey FOREIGN KEY (actor) REFERENCES account (id)
      )`);
    await runner.query('CREATE INDEX declaration_step_declaration_idx ON declaration_step (declaration_id, id)');
    // A doubt or a note of the prefill: what was left out of last year's lines and why, what the clerk should look at.
    await runner.query(`
      CREATE TABLE prefill_note (
        id bigint GENERATED BY DEFAULT AS IDENTITY,
        version_id uuid NOT NULL,
        registry_person_id bigint NOT NULL,
        code text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        kept boolean NOT NULL,
        settled_at timestamptz,
        CONSTRAINT prefill_note_pkey PRIMARY KEY (id),
        CONSTRAINT prefill_note_registry_person_fkey FOREIGN KEY (registry_person_id) REFERENCES registry_person (id),
        CONSTRAINT prefill_note_version_fkey FOREIGN KEY (version_id) REFERENCES filing_version (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX prefill_note_version_idx ON prefill_note (version_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['prefill_note', 'declaration_step', 'roster_import_rejection', 'roster_staged_line', 'roster_import', 'roster_line', 'filing_version', 'declaration']) await runner.query(`DROP TABLE ${table}`);
  }
}
