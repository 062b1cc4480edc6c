import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['phone', 'email'].flatMap((kind) => ['a', 'b'].map((slot) => [kind, `${kind}_index_${slot}`] as const));

/** Only a contact that was confirmed belongs to one account alone: what somebody merely typed keeps nobody out. */
export class ConfirmedContacts1763756000000 implements MigrationInterface {
  readonly name = 'ConfirmedContacts1763756000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [kind, column] of COLUMNS) {
      await runner.query(`ALTER TABLE account_contact DROP CONSTRAINT account_contact_${column}_key`);
      await runner.query(`CREATE UNIQUE INDEX account_contact_${column}_key ON account_contact (${column}) WHERE ${kind}_verified_at IS NOT NULL`);
      await runner.query(`CREATE INDEX account_contact_${column}_idx ON account_contact (${column})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [, column] of COLUMNS) {
      await runner.query(`DROP INDEX account_contact_${column}_idx`);
      await runner.query(`DROP INDEX account_contact_${column}_key`);
      await runner.query(`ALTER TABLE account_contact ADD CONSTRAINT account_contact_${column}_key UNIQUE (${column})`);
    }
  }
}
