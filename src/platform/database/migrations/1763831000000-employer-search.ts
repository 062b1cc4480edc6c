import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Employers are looked up by how their name begins, and a person can propose two that no list has found to be one. */
export class EmployerSearch1763831000000 implements MigrationInterface {
  readonly name = 'EmployerSearch1763831000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX employer_name_begins_idx ON employer (name_key text_pattern_ops)');
    await runner.query('ALTER TABLE employer_duplicate DROP CONSTRAINT employer_duplicate_reason_check');
    await runner.query(`ALTER TABLE employer_duplicate ADD CONSTRAINT employer_duplicate_reason_check CHECK (reason IN ('organisation_code', 'name_and_region', 'by_hand'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM employer_duplicate WHERE reason = 'by_hand'`);
    await runner.query('ALTER TABLE employer_duplicate DROP CONSTRAINT employer_duplicate_reason_check');
    await runner.query(`ALTER TABLE employer_duplicate ADD CONSTRAINT employer_duplicate_reason_check CHECK (reason IN ('organisation_code', 'name_and_region'))`);
    await runner.query('DROP INDEX employer_name_begins_idx');
  }
}
