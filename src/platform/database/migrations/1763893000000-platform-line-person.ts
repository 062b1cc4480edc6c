import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the national platform has determined of a person, looked up by person whenever a filing is compared. */
export class PlatformLinePerson1763893000000 implements MigrationInterface {
  readonly name = 'PlatformLinePerson1763893000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX platform_line_person_idx ON platform_line (registry_person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX platform_line_person_idx');
  }
}
