import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Employers that stand as one after a merging: which of them goes on, and all of them, itself too. Undoing a merging undoes it. */
export class EmployersAsOne1763891000000 implements MigrationInterface {
  readonly name = 'EmployersAsOne1763891000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW employer_as_one AS
        SELECT e.id, coalesce(e.merged_into, e.id) AS goes_on,
          ARRAY[coalesce(e.merged_into, e.id)] || ARRAY(SELECT m.id FROM employer AS m WHERE m.merged_into = coalesce(e.merged_into, e.id) ORDER BY m.id) AS ids
        FROM employer AS e`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW employer_as_one');
  }
}
