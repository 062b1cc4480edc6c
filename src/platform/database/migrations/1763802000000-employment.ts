import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Employment spells 就业记录, and the person-months that a review has counted: each at most once in the whole database. */
export class Employment1763802000000 implements MigrationInterface {
  readonly name = 'Employment1763802000000';

  async up(runner: QueryRunner): Promise<void> {
    const month = (column: string): string => `${column} BETWEEN 190001 AND 219912 AND ${column} % 100 BETWEEN 1 AND 12`;
    await runner.query(`
      CREATE TABLE employment_spell (
        id uuid NOT NULL,
        registry_person_id bigint NOT NULL,
        employer_id uuid,
        form text NOT NULL,
        from_month integer NOT NULL,
        until_month integer,
        contract_kind text,
        contract_from date,
        contract_until date,
        post_category text,
        wage_fen bigint,
        evidence text[] NOT NULL,
        source text NOT NULL,
        closing_reason text,
        opened_by uuid,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT employment_spell_pkey PRIMARY KEY (id),
        CONSTRAINT employment_spell_registry_person_fkey FOREIGN KEY (registry_person_id) REFERENCES registry_person (id),
        CONSTRAINT employment_spell_employer_fkey FOREIGN KEY (employer_id) REFERENCES employer (id),
        CONSTRAINT employment_spell_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES account (id),
        CONSTRAINT employment_spell_form_check CHECK (form IN ('proportional', 'concentrated', 'self_employed', 'public_welfare', 'assisted', 'rural', 'flexible')),
        CONSTRAINT employment_spell_employer_check CHECK (employer_id IS NOT NULL OR form IN ('self_employed', 'rural', 'flexible')),
        CONSTRAINT employment_spell_months_check CHECK (${month('from_month')} AND ${month('until_month')}),
        CONSTRAINT employment_spell_period_check CHECK (until_month >= from_month),
        CONSTRAINT employment_spell_contract_kind_check CHECK (contract_kind IN ('establishment', 'fixed', 'open', 'other')),
        CONSTRAINT employment_spell_contract_check CHECK (contract_until >= contract_from),
        CONSTRAINT employment_spell_post_category_check CHECK (post_category IN ('management', 'worker')),
        CONSTRAINT employment_spell_wage_check CHECK (wage_fen >= 0),
        CONSTRAINT employment_spell_evidence_check CHECK (evidence <@ ARRAY['contract', 'insurance', 'wage', 'licence', 'agreement', 'village_proof', 'visit']),
        CONSTRAINT employment_spell_source_check CHECK (source IN ('hire', 'review', 'officer')),
        CONSTRAINT employment_spell_closed_check CHECK ((until_month IS NULL) = (closing_reason IS NULL) AND (until_month IS NULL) = (closed_at IS NULL)),
        CONSTRAINT employment_spell_closing_reason_check CHECK (closing_reason IN ('contract_ended', 'resigned', 'dismissed', 'retired', 'died', 'employer_closed', 'mistake', 'other')),
        CONSTRAINT employment_spell_overlap_excl EXCLUDE USING gist (registry_person_id WITH =, employer_id WITH =, int4range(from_month, until_month, '[]') WITH &&)
      )`);
    await runner.query('CREATE INDEX employment_spell_person_idx ON employment_spell (registry_person_id)');
    await runner.query('CREATE INDEX employment_spell_employer_idx ON employment_spell (employer_id, from_month)');
    await runner.query(`
      CREATE TABLE counted_person_month (
        registry_person_id bigint NOT NULL,
        month integer NOT NULL,
        employer_id uuid NOT NULL,
        declaration_id uuid NOT NULL,
        weight smallint NOT NULL,
        counted_at timestamptz NOT NULL,
        CONSTRAINT counted_person_month_pkey PRIMARY KEY (registry_person_id, month),
        CONSTRAINT counted_person_month_registry_person_fkey FOREIGN KEY (registry_person_id) REFERENCES registry_person (id),
        CONSTRAINT counted_person_month_employer_fkey FOREIGN KEY (employer_id) REFERENCES employer (id),
        CONSTRAINT counted_person_month_month_check CHECK (${month('month')}),
        CONSTRAINT counted_person_month_weight_check CHECK (weight IN (1, 2))
      )`);
    await runner.query('CREATE INDEX counted_person_month_declaration_idx ON counted_person_month (declaration_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['counted_person_month', 'employment_spell']) await runner.query(`DROP TABLE ${table}`);
  }
}
