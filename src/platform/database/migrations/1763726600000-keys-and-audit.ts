import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which processes have which keys; acts, sensitive reads and the chain over both. Nothing of the audit is ever changed or
 * removed: the database refuses it, and the chain finds who got round that.
 */
export class KeysAndAudit1763726600000 implements MigrationInterface {
  readonly name = 'KeysAndAudit1763726600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE key_holder (
        process_id uuid NOT NULL,
        instance text NOT NULL,
        ring jsonb NOT NULL,
        seen_at timestamptz NOT NULL,
        CONSTRAINT key_holder_pkey PRIMARY KEY (process_id)
      )`);
    await runner.query(`
      CREATE TABLE audit_entry (
        seq bigint GENERATED ALWAYS AS IDENTITY,
        xid bigint NOT NULL,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        account_id uuid,
        membership_id uuid,
        machine_key_id uuid,
        role text,
        via text NOT NULL,
        act text NOT NULL,
        object_kind text NOT NULL,
        object_id text NOT NULL,
        detail json,
        fields text[],
        purpose text,
        reason text,
        correlation_id text,
        CONSTRAINT audit_entry_pkey PRIMARY KEY (seq),
        CONSTRAINT audit_entry_kind_check CHECK (kind IN ('act', 'read')),
        CONSTRAINT audit_entry_read_check CHECK ((kind = 'read') = (fields IS NOT NULL) AND (kind = 'read') = (purpose IS NOT NULL))
      )`);
    // The order of the chain, which is not that of seq: a number may be drawn long before its row can be seen.
    await runner.query('CREATE INDEX audit_entry_chain_idx ON audit_entry (xid, seq)');
    await runner.query('CREATE INDEX audit_entry_object_idx ON audit_entry (object_kind, object_id, seq)');
    await runner.query('CREATE INDEX audit_entry_account_idx ON audit_entry (account_id, seq)');
    await runner.query(`
      CREATE TABLE audit_segment (
        no bigint NOT NULL,
        sealed_at timestamptz NOT NULL,
        key_id text NOT NULL,
        seqs bigint[] NOT NULL,
        marks bytea NOT NULL,
        last_xid bigint NOT NULL,
        last_seq bigint NOT NULL,
        mac bytea NOT NULL,
        CONSTRAINT audit_segment_pkey PRIMARY KEY (no)
      )`);
    // Marks are digests, which do not compress.
    await runner.query('ALTER TABLE audit_segment ALTER COLUMN marks SET STORAGE EXTERNAL');
    await runner.query(`
      CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
      END $$`);
    for (const table of ['audit_entry', 'audit_segment']) {
      await runner.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_segment');
    await runner.query('DROP TABLE audit_entry');
    await runner.query('DROP FUNCTION audit_refuse_change');
    await runner.query('DROP TABLE key_holder');
  }
}
