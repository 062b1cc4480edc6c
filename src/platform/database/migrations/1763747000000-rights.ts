import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consents, requests of people about their data, and what the job of retention has done. */
export class Rights1763747000000 implements MigrationInterface {
  readonly name = 'Rights1763747000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        purpose text NOT NULL,
        recipient text NOT NULL,
        what text[] NOT NULL,
        since date NOT NULL,
        until date,
        given_how text NOT NULL,
        given_by uuid,
        given_at timestamptz NOT NULL,
        withdrawn_on date,
        withdrawn_how text,
        withdrawn_by uuid,
        CONSTRAINT consent_pkey PRIMARY KEY (id),
        CONSTRAINT consent_person_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT consent_given_by_fkey FOREIGN KEY (given_by) REFERENCES account (id),
        CONSTRAINT consent_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES account (id),
        CONSTRAINT consent_purpose_check CHECK (purpose IN ('matching', 'sharing_with_employer', 'training_referral', 'publicity', 'quota_review', 'employment_service')),
        CONSTRAINT consent_period_check CHECK (until IS NULL OR until >= since),
        CONSTRAINT consent_withdrawn_check CHECK ((withdrawn_on IS NULL) = (withdrawn_how IS NULL))
      )`);
    await runner.query('CREATE INDEX consent_person_idx ON consent (person_id)');
    await runner.query(`
      CREATE TABLE rights_request (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL DEFAULT 'received',
        wish text,
        answer text,
        made_by uuid,
        made_at timestamptz NOT NULL,
        due_on date NOT NULL,
        answered_by uuid,
        answered_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT rights_request_pkey PRIMARY KEY (id),
        CONSTRAINT rights_request_person_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT rights_request_made_by_fkey FOREIGN KEY (made_by) REFERENCES account (id),
        CONSTRAINT rights_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account (id),
        CONSTRAINT rights_request_kind_check CHECK (kind IN ('correction', 'deletion', 'explanation')),
        CONSTRAINT rights_request_status_check CHECK (status IN ('received', 'granted', 'refused', 'withdrawn')),
        CONSTRAINT rights_request_answered_check CHECK ((status = 'received') = (answered_at IS NULL))
      )`);
    await runner.query('CREATE INDEX rights_request_person_idx ON rights_request (person_id)');
    await runner.query('CREATE INDEX rights_request_due_idx ON rights_request (due_on, id)');
    // Two open wishes of one kind are one wish.
    await runner.query(`CREATE UNIQUE INDEX rights_request_open_key ON rights_request (person_id, kind) WHERE status = 'received'`);
    await runner.query(`
      CREATE TABLE retention_run (
        id uuid NOT NULL,
        ran_at timestamptz NOT NULL,
        rule text NOT NULL,
        ended_before date NOT NULL,
        applied integer NOT NULL,
        CONSTRAINT retention_run_pkey PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX retention_run_ran_idx ON retention_run (ran_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['retention_run', 'rights_request', 'consent']) await runner.query(`DROP TABLE ${table}`);
  }
}
