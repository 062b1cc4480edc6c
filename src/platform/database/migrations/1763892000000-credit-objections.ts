import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an employer says against a notice of a credit record, once for each notice, and what it is answered. */
export class CreditObjections1763892000000 implements MigrationInterface {
  readonly name = 'CreditObjections1763892000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credit_objection (
        id uuid NOT NULL,
        record_id uuid NOT NULL,
        words text NOT NULL,
        made_at timestamptz NOT NULL,
        made_by uuid,
        outcome text,
        answer text,
        answered_at timestamptz,
        answered_by uuid,
        CONSTRAINT credit_objection_pkey PRIMARY KEY (id),
        CONSTRAINT credit_objection_record_key UNIQUE (record_id),
        CONSTRAINT credit_objection_record_fkey FOREIGN KEY (record_id) REFERENCES credit_record (id),
        CONSTRAINT credit_objection_made_by_fkey FOREIGN KEY (made_by) REFERENCES account (id),
        CONSTRAINT credit_objection_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account (id),
        CONSTRAINT credit_objection_outcome_check CHECK (outcome IN ('upheld', 'rejected') AND (outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (answer IS NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE credit_objection');
  }
}
