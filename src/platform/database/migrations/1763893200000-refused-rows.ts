import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of whom a refused row of a roster speaks: what the list has of such a person is not taken away on the file's word. */
export class RefusedRows1763893200000 implements MigrationInterface {
  readonly name = 'RefusedRows1763893200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE roster_import_rejection ADD COLUMN registry_person_id bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE roster_import_rejection DROP COLUMN registry_person_id');
  }
}
