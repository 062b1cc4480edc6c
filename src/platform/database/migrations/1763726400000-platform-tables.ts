import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts of jobs done once, which worker processes are alive, and which parts of the demo a database holds. */
export class PlatformTables1763726400000 implements MigrationInterface {
  readonly name = 'PlatformTables1763726400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_receipt (
        job text NOT NULL,
        key text NOT NULL,
        done_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT job_receipt_pkey PRIMARY KEY (job, key)
      )`);
    await runner.query('CREATE INDEX job_receipt_done_at_idx ON job_receipt (done_at)');
    await runner.query(`
      CREATE TABLE job_worker (
        lease_id integer NOT NULL,
        worker_ids text[] NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT job_worker_pkey PRIMARY KEY (lease_id)
      )`);
    await runner.query(`
      CREATE TABLE demo_seed (
        name text NOT NULL,
        seeded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT demo_seed_pkey PRIMARY KEY (name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demo_seed');
    await runner.query('DROP TABLE job_worker');
    await runner.query('DROP TABLE job_receipt');
  }
}
