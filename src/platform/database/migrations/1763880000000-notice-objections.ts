import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say against a public notice while its window is open, and what they are answered. */
export class NoticeObjections1763880000000 implements MigrationInterface {
  readonly name = 'NoticeObjections1763880000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice_objection (
        id uuid NOT NULL,
        notice_id uuid NOT NULL,
        place integer,
        party text NOT NULL,
        words text NOT NULL,
        contact text,
        made_at timestamptz NOT NULL,
        outcome text,
        answer text,
        answered_at timestamptz,
        answered_by uuid,
        CONSTRAINT notice_objection_pkey PRIMARY KEY (id),
        CONSTRAINT notice_objection_notice_fkey FOREIGN KEY (notice_id) REFERENCES notice (id),
        CONSTRAINT notice_objection_line_fkey FOREIGN KEY (notice_id, place) REFERENCES notice_line (notice_id, place),
        CONSTRAINT notice_objection_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account (id),
        CONSTRAINT notice_objection_party_check CHECK (party IN ('employer', 'worker', 'other')),
        CONSTRAINT notice_objection_outcome_check CHECK (outcome IN ('upheld', 'partly', 'rejected') AND (outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (answer IS NULL))
      )`);
    await runner.query('CREATE INDEX notice_objection_notice_idx ON notice_objection (notice_id, made_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_objection');
  }
}
