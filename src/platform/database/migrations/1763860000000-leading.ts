import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public bodies that lead: their plans, and the officials of federations. */
export class Leading1763860000000 implements MigrationInterface {
  readonly name = 'Leading1763860000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leading_plan (
        employer_id uuid NOT NULL,
        base_year smallint NOT NULL,
        persons integer NOT NULL,
        due_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        version integer DEFAULT 1 NOT NULL,
        CONSTRAINT leading_plan_pkey PRIMARY KEY (employer_id, base_year),
        CONSTRAINT leading_plan_employer_fkey FOREIGN KEY (employer_id) REFERENCES employer (id),
        CONSTRAINT leading_plan_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account (id),
        CONSTRAINT leading_plan_persons_check CHECK (persons BETWEEN 1 AND 1000)
      )`);
    await runner.query(`
      CREATE TABLE federation_officials (
        region_code text NOT NULL,
        year smallint NOT NULL,
        officials integer NOT NULL,
        disabled integer NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        version integer DEFAULT 1 NOT NULL,
        CONSTRAINT federation_officials_pkey PRIMARY KEY (region_code, year),
        CONSTRAINT federation_officials_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account (id),
        CONSTRAINT federation_officials_numbers_check CHECK (officials BETWEEN 1 AND 100000 AND disabled BETWEEN 0 AND officials),
        CONSTRAINT federation_officials_region_check CHECK (region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$')
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['federation_officials', 'leading_plan']) await runner.query(`DROP TABLE ${table}`);
  }
}
