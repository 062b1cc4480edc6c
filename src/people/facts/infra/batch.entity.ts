import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const MONTHS = 'from_month BETWEEN 190001 AND 219912 AND from_month % 100 BETWEEN 1 AND 12 AND until_month BETWEEN 190001 AND 219912 AND until_month % 100 BETWEEN 1 AND 12 AND from_month <= until_month';

/** One file, or one page of an HTTP register: all of it is here or nothing. */
@Entity('fact_batch')
@Index('fact_batch_content_key', { synchronize: false })
@Index('fact_batch_received_idx', ['receivedAt', 'id'])
@Index('fact_batch_pull_idx', ['pullId'])
@Check('fact_batch_kind_check', `kind IN ('disability', 'military', 'police', 'insurance', 'wage', 'graduate')`)
@Check('fact_batch_state_check', `state IN ('loading', 'loaded', 'refused', 'interrupted')`)
@Check('fact_batch_refusal_check', `(state = 'refused') = (refusal IS NOT NULL) AND (refusal IS NULL) = (refusal_params IS NULL)`)
@Check('fact_batch_balance_check', 'rows_in = accepted + unchanged + rejected AND least(accepted, unchanged, rejected) >= 0')
export class FactBatchRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'fact_batch_pkey' })
  id: string;

  @Column('text')
  kind: string;

  /** The register, as whoever imports calls it: `市医疗保障局`. */
  @Column('text')
  source: string;

  /** The moment of which the register speaks. */
  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'received_by', nullable: true })
  @ForeignKey('account', { name: 'fact_batch_received_by_fkey' })
  receivedBy: string | null;

  @Column('bigint', { name: 'pull_id', nullable: true })
  @ForeignKey('fact_pull', { name: 'fact_batch_pull_fkey' })
  pullId: string | null;

  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  /** SHA-256 of the bytes. */
  @Column('bytea')
  digest: Buffer;

  @Column('text')
  state: string;

  /** Code of why the whole was refused. */
  @Column('text', { nullable: true })
  refusal: string | null;

  @Column('jsonb', { name: 'refusal_params', nullable: true })
  refusalParams: unknown;

  @Column('integer', { name: 'rows_in', default: 0 })
  rowsIn: number;

  @Column('integer', { default: 0 })
  accepted: number;

  @Column('integer', { default: 0 })
  unchanged: number;

  @Column('integer', { default: 0 })
  rejected: number;
}

/** A fault of a row. `params` never repeat an identity number. */
@Entity('fact_rejection')
export class FactRejectionRecord {
  @PrimaryColumn('bigint', { name: 'batch_id', primaryKeyConstraintName: 'fact_rejection_pkey' })
  @ForeignKey('fact_batch', { name: 'fact_rejection_batch_fkey', onDelete: 'CASCADE' })
  batchId: string;

  /** As the file or page counts its lines, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'fact_rejection_pkey' })
  line: number;

  /** The sender's own title of the column; empty for the row as a whole. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'fact_rejection_pkey' })
  column: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  params: unknown;
}

/** A register read over HTTP, page by page; the next start goes on at `cursor`. */
@Entity('fact_pull')
@Index('fact_pull_open_key', { synchronize: false })
@Check('fact_pull_state_check', `state IN ('running', 'done', 'failed')`)
@Check('fact_pull_fault_check', `(state = 'failed') = (fault IS NOT NULL)`)
export class FactPullRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'fact_pull_pkey' })
  id: string;

  @Column('text')
  kind: string;

  @Column('text')
  source: string;

  @Column('text')
  state: string;

  /** Of the page to be asked for next; null for the first. */
  @Column('text', { nullable: true })
  cursor: string | null;

  @Column('integer', { default: 0 })
  pages: number;

  @Column('text', { nullable: true })
  fault: string | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

/**
 * For which region and months a register is loaded completely: inside, a missing row says no (`unmet`); outside, nothing is
 * known (`unknown_fact`). `regionPrefix` is empty for the whole country. For insurance and wages the region is that of the
 * employer, for certificates and graduates that of the register.
 */
@Entity('fact_coverage')
@Check('fact_coverage_kind_check', `kind IN ('disability', 'military', 'police', 'pension', 'medical', 'wage', 'graduate')`)
@Check('fact_coverage_region_check', `region_prefix ~ '^([1-9][0-9]{1,11})?$'`)
@Check('fact_coverage_months_check', MONTHS)
export class FactCoverageRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'fact_coverage_pkey' })
  kind: string;

  @PrimaryColumn('text', { name: 'region_prefix', primaryKeyConstraintName: 'fact_coverage_pkey' })
  regionPrefix: string;

  @PrimaryColumn('integer', { name: 'from_month', primaryKeyConstraintName: 'fact_coverage_pkey' })
  fromMonth: number;

  @PrimaryColumn('integer', { name: 'until_month', primaryKeyConstraintName: 'fact_coverage_pkey' })
  untilMonth: number;

  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;

  @Column('bigint', { name: 'batch_id' })
  @ForeignKey('fact_batch', { name: 'fact_coverage_batch_fkey' })
  batchId: string;
}
