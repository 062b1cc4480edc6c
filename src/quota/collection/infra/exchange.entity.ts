import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Determinations on their way to the tax authority: the very bytes that were signed, so that a second fetch is the first one again. */
@Entity('tax_batch')
@Unique('tax_batch_number_key', ['number'])
@Check('tax_batch_lines_check', 'lines > 0')
@Check('tax_batch_acknowledged_check', '(acknowledged_at IS NOT NULL) OR (acknowledged_by IS NULL AND acknowledged_key IS NULL)')
@Index('tax_batch_made_idx', ['madeAt', 'id'])
export class TaxBatchRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tax_batch_pkey' })
  id: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  @Column('text')
  number: string;

  @Column('integer')
  lines: number;

  @Column('text')
  body: string;

  /** SHA-256 of what is signed, hex. */
  @Column('text')
  digest: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('uuid', { name: 'made_by', nullable: true })
  @ForeignKey('account', { name: 'tax_batch_made_by_fkey' })
  madeBy: string | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;

  @Column('uuid', { name: 'acknowledged_by', nullable: true })
  @ForeignKey('account', { name: 'tax_batch_acknowledged_by_fkey' })
  acknowledgedBy: string | null;

  /** Key of the program that acknowledged. */
  @Column('uuid', { name: 'acknowledged_key', nullable: true })
  acknowledgedKey: string | null;
}

/** A batch that the tax authority or the finance department has sent. What came in is what was taken, was known, or was refused. */
@Entity('exchange_import')
@Unique('exchange_import_batch_key', ['party', 'sender', 'batch'])
@Check('exchange_import_party_check', `party IN ('tax', 'finance')`)
@Check('exchange_import_balance_check', 'rows_in = accepted + unchanged + rejected AND accepted >= 0 AND unchanged >= 0 AND rejected >= 0')
@Index('exchange_import_received_idx', ['receivedAt', 'id'])
export class ExchangeImportRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_import_pkey' })
  id: string;

  @Column('text')
  party: string;

  @Column('text')
  sender: string;

  @Column('text')
  batch: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  @Column('text')
  digest: string;

  /** Key of the sender's seal; null where it sent none. */
  @Column('text', { name: 'seal_key', nullable: true })
  sealKey: string | null;

  @Column('integer', { name: 'rows_in' })
  rowsIn: number;

  @Column('integer')
  accepted: number;

  @Column('integer')
  unchanged: number;

  @Column('integer')
  rejected: number;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'received_by', nullable: true })
  @ForeignKey('account', { name: 'exchange_import_received_by_fkey' })
  receivedBy: string | null;

  @Column('uuid', { name: 'machine_key_id', nullable: true })
  machineKeyId: string | null;
}

@Entity('exchange_rejection')
export class ExchangeRejectionRecord {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'exchange_rejection_pkey' })
  @ForeignKey('exchange_import', { name: 'exchange_rejection_import_fkey', onDelete: 'CASCADE' })
  importId: string;

  /** Of the file, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'exchange_rejection_pkey' })
  line: number;

  @Column('text')
  code: string;

  @Column('text', { nullable: true })
  field: string | null;
}

/** One thing that was told of an employer and year: a declaration, a payment, arrears, an order. Sums are fen. */
@Entity('collection_record')
@Unique('collection_record_name_key', ['party', 'sender', 'recordKey'])
@Unique('collection_record_replaces_key', ['replaces'])
@Check('collection_record_kind_check', `(party = 'tax' AND kind IN ('declaration', 'payment', 'refund', 'late_fee', 'arrears')) OR (party = 'finance' AND kind IN ('warning', 'order', 'decision'))`)
@Check('collection_record_sums_check', 'amount >= 0 AND due >= 0 AND relief >= 0 AND payable >= 0 AND wages >= 0')
@Check('collection_record_source_check', '(import_id IS NULL) = (line IS NULL)')
@Check('collection_record_withdrawn_check', '(withdrawn_at IS NULL) = (withdrawal_reason IS NULL)')
@Index('collection_record_employer_idx', ['employerId', 'baseYear', 'kind'])
@Index('collection_record_assessment_idx', ['assessmentId'])
export class CollectionRecordRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'collection_record_pkey' })
  id: string;

  @Column('text')
  party: string;

  @Column('text')
  sender: string;

  @Column('text', { name: 'record_key' })
  recordKey: string;

  @Column('text')
  kind: string;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'collection_record_employer_fkey' })
  employerId: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  /** The one that stood when the record came; null where nothing was determined. */
  @Column('uuid', { name: 'assessment_id', nullable: true })
  @ForeignKey('assessment', { name: 'collection_record_assessment_fkey' })
  assessmentId: string | null;

  @Column('date', { name: 'happened_on' })
  happenedOn: string;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn: string | null;

  @Column('bigint', { nullable: true })
  amount: string | null;

  @Column('text', { nullable: true })
  document: string | null;

  @Column('numeric', { precision: 18, scale: 6, nullable: true })
  staff: string | null;

  @Column('numeric', { precision: 18, scale: 6, nullable: true })
  arranged: string | null;

  @Column('bigint', { nullable: true })
  wages: string | null;

  @Column('bigint', { nullable: true })
  due: string | null;

  @Column('bigint', { nullable: true })
  relief: string | null;

  @Column('bigint', { nullable: true })
  payable: string | null;

  @Column('text', { nullable: true })
  request: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  /** Of all that the record says: the same again changes nothing. */
  @Column('bytea')
  fingerprint: Buffer;

  /** The record in whose place this one stands. */
  @Column('bigint', { nullable: true })
  @ForeignKey('collection_record', { name: 'collection_record_replaces_fkey' })
  replaces: string | null;

  @Column('uuid', { name: 'import_id', nullable: true })
  @ForeignKey('exchange_import', { name: 'collection_record_import_fkey' })
  importId: string | null;

  @Column('integer', { nullable: true })
  line: number | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('account', { name: 'collection_record_recorded_by_fkey' })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** Code of a closed list. */
  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason: string | null;
}
