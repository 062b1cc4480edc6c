import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of an organisation as an employer. */
export class Employers1763745000000 implements MigrationInterface {
  readonly name = 'Employers1763745000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE employer (
        id uuid NOT NULL,
        uscc text NOT NULL,
        kind text NOT NULL,
        status text NOT NULL DEFAULT 'registered',
        registered_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by uuid,
        refusal_reason text,
        refusal_note text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT employer_pkey PRIMARY KEY (id),
        CONSTRAINT employer_organisation_fkey FOREIGN KEY (id) REFERENCES organisation (id),
        CONSTRAINT employer_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account (id),
        CONSTRAINT employer_kind_check CHECK (kind IN ('organ', 'institution', 'enterprise', 'social_organization', 'private_non_enterprise', 'sole_trader', 'cooperative', 'village_committee')),
        CONSTRAINT employer_status_check CHECK (status IN ('registered', 'verified', 'refused')),
        CONSTRAINT employer_uscc_check CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        CONSTRAINT employer_decided_check CHECK ((status = 'registered') = (decided_at IS NULL) AND (status = 'refused') = (refusal_reason IS NOT NULL))
      )`);
    // A refused registration leaves the code free for whoever it belongs to.
    await runner.query(`CREATE UNIQUE INDEX employer_uscc_key ON employer (uscc) WHERE status <> 'refused'`);
    await runner.query('CREATE INDEX employer_registered_idx ON employer (registered_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE employer');
  }
}
