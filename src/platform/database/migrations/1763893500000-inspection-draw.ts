import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What anybody needs to draw a sample again: the list that the seed was applied to, and of everybody drawn the place on the filing's own list. */
export class InspectionDraw1763893500000 implements MigrationInterface {
  readonly name = 'InspectionDraw1763893500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inspection_campaign ADD COLUMN population_list text');
    await runner.query('ALTER TABLE inspection_line ADD COLUMN ordinal integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inspection_line DROP COLUMN ordinal');
    await runner.query('ALTER TABLE inspection_campaign DROP COLUMN population_list');
  }
}
