import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls under an idempotency key, with the answers that repeats are given. */
export class IdempotentCalls1763750000000 implements MigrationInterface {
  readonly name = 'IdempotentCalls1763750000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotent_call (
        id uuid NOT NULL,
        caller text NOT NULL,
        route text NOT NULL,
        key_hash text NOT NULL,
        content text NOT NULL,
        begun_at timestamptz NOT NULL,
        held_until timestamptz NOT NULL,
        acted_at timestamptz,
        answer text,
        CONSTRAINT idempotent_call_pkey PRIMARY KEY (id),
        CONSTRAINT idempotent_call_key UNIQUE (caller, route, key_hash)
      )`);
    await runner.query('CREATE INDEX idempotent_call_begun_at_idx ON idempotent_call (begun_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotent_call');
  }
}
