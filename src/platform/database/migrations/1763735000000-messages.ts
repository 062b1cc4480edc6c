import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the service told whom. Words come from templates; params and addresses are sealed. */
export class Messages1763735000000 implements MigrationInterface {
  readonly name = 'Messages1763735000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message (
        id uuid NOT NULL,
        account_id uuid,
        template text NOT NULL,
        params text NOT NULL,
        address_kind text,
        address text,
        language text,
        in_inbox boolean NOT NULL,
        state text NOT NULL,
        channel text,
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        read_at timestamptz,
        CONSTRAINT message_pkey PRIMARY KEY (id),
        CONSTRAINT message_recipient_check CHECK ((account_id IS NULL) = (address IS NOT NULL) AND (address IS NULL) = (address_kind IS NULL) AND (address IS NULL) = (language IS NULL)),
        CONSTRAINT message_inbox_check CHECK (NOT in_inbox OR account_id IS NOT NULL),
        CONSTRAINT message_state_check CHECK (state IN ('kept', 'waiting', 'sent', 'refused', 'unreachable'))
      )`);
    await runner.query('CREATE INDEX message_inbox_idx ON message (account_id, created_at, id)');
    await runner.query(`
      CREATE TABLE sms_outbox (
        id uuid NOT NULL,
        phone text NOT NULL,
        body text NOT NULL,
        created_at timestamptz NOT NULL,
        taken_at timestamptz,
        CONSTRAINT sms_outbox_pkey PRIMARY KEY (id),
        CONSTRAINT sms_outbox_message_fkey FOREIGN KEY (id) REFERENCES message (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX sms_outbox_waiting_idx ON sms_outbox (created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sms_outbox');
    await runner.query('DROP TABLE message');
  }
}
