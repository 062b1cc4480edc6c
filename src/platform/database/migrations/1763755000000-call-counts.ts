import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls that are limited for all processes together. */
export class CallCounts1763755000000 implements MigrationInterface {
  readonly name = 'CallCounts1763755000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE call_count (
        key varchar(255) NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        CONSTRAINT call_count_pkey PRIMARY KEY (key)
      )`);
    await runner.query('CREATE INDEX call_count_expire_idx ON call_count (expire)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE call_count');
  }
}
