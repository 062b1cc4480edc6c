import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reviewer's queue is read by keys of one direction, state by state; and everybody's own desk. */
export class ReviewQueue1763890000000 implements MigrationInterface {
  readonly name = 'ReviewQueue1763890000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX declaration_queue_idx');
    await runner.query(`CREATE INDEX declaration_queue_idx ON declaration (state, (coalesce(due_on, 'infinity'::date)), (-doubt), id) INCLUDE (region_code, base_year, first_checker, due_on, doubt)`);
    await runner.query(`CREATE INDEX declaration_desk_idx ON declaration (first_checker) WHERE state IN ('first_check', 'second_check')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX declaration_desk_idx');
    await runner.query('DROP INDEX declaration_queue_idx');
    await runner.query('CREATE INDEX declaration_queue_idx ON declaration (state, due_on, doubt DESC, id) INCLUDE (region_code, base_year)');
  }
}
