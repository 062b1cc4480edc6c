import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The yearly list of reliefs says who decided and by which document (财税〔2015〕72号 art. 17); lists of before do not. */
export class ReliefNoticeDecisions1763894000000 implements MigrationInterface {
  readonly name = 'ReliefNoticeDecisions1763894000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice_line ADD COLUMN relief_region text, ADD COLUMN relief_document text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice_line DROP COLUMN relief_region, DROP COLUMN relief_document');
  }
}
