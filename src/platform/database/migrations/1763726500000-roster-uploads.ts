import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rosters of the public calculator for their half hour. Unlogged: in no write-ahead log, so in no base backup and on no
 * standby. What was uploaded and what came of it is ciphertext under a key that only the visitor's cookie holds.
 */
export class RosterUploads1763726500000 implements MigrationInterface {
  readonly name = 'RosterUploads1763726500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE roster_upload (
        id uuid NOT NULL,
        visitor bytea NOT NULL,
        state text NOT NULL,
        phase text NOT NULL,
        rows_read integer NOT NULL,
        language text NOT NULL,
        owner uuid NOT NULL,
        alive_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        queued_at timestamptz,
        expires_at timestamptz NOT NULL,
        CONSTRAINT roster_upload_pkey PRIMARY KEY (id),
        CONSTRAINT roster_upload_state_check CHECK (state IN ('receiving', 'queued', 'running', 'done', 'refused', 'failed'))
      )`);
    await runner.query('CREATE INDEX roster_upload_visitor_idx ON roster_upload (visitor)');
    await runner.query('CREATE INDEX roster_upload_expires_at_idx ON roster_upload (expires_at)');
    await runner.query(`
      CREATE UNLOGGED TABLE roster_upload_part (
        upload_id uuid NOT NULL,
        kind text NOT NULL,
        place integer NOT NULL,
        body bytea NOT NULL,
        CONSTRAINT roster_upload_part_pkey PRIMARY KEY (upload_id, kind, place),
        CONSTRAINT roster_upload_part_upload_fkey FOREIGN KEY (upload_id) REFERENCES roster_upload (id) ON DELETE CASCADE
      )`);
    // Ciphertext does not compress.
    await runner.query('ALTER TABLE roster_upload_part ALTER COLUMN body SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE roster_upload_part');
    await runner.query('DROP TABLE roster_upload');
  }
}
