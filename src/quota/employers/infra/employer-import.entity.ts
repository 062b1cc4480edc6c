import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A list of the tax register: all of it is here or nothing. */
@Entity('employer_import')
@Index('employer_import_content_key', { synchronize: false })
@Index('employer_import_received_idx', ['receivedAt', 'id'])
@Check('employer_import_state_check', `state IN ('loading', 'loaded', 'refused', 'interrupted')`)
@Check('employer_import_refusal_check', `(state = 'refused') = (refusal IS NOT NULL) AND (refusal IS NULL) = (refusal_params IS NULL)`)
@Check('employer_import_balance_check', 'rows_in = accepted + unchanged + rejected AND least(accepted, unchanged, rejected) >= 0')
export class EmployerImportRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'employer_import_pkey' })
  id: string;

  @Column('text')
  source: string;

  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'received_by', nullable: true })
  @ForeignKey('account', { name: 'employer_import_received_by_fkey' })
  receivedBy: string | null;

  /** Rows of other regions were rejected. Empty for the whole country. */
  @Column('text', { name: 'region_prefix' })
  regionPrefix: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  /** SHA-256 of the bytes. */
  @Column('bytea')
  digest: Buffer;

  @Column('text')
  state: string;

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

/** A fault of a row, where it stands. */
@Entity('employer_import_rejection')
export class EmployerImportRejectionRecord {
  @PrimaryColumn('bigint', { name: 'import_id', primaryKeyConstraintName: 'employer_import_rejection_pkey' })
  @ForeignKey('employer_import', { name: 'employer_import_rejection_import_fkey', onDelete: 'CASCADE' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'employer_import_rejection_pkey' })
  line: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'employer_import_rejection_pkey' })
  column: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  params: unknown;
}

/** Two employers that may be one; a person decides. The smaller id stands first. */
@Entity('employer_duplicate')
@Unique('employer_duplicate_pair_key', ['oneId', 'otherId'])
@Index('employer_duplicate_found_idx', ['state', 'foundAt', 'id'])
@Index('employer_duplicate_other_idx', ['otherId'])
@Check('employer_duplicate_order_check', 'one_id < other_id')
@Check('employer_duplicate_reason_check', `reason IN ('organisation_code', 'name_and_region', 'by_hand')`)
@Check('employer_duplicate_state_check', `state IN ('proposed', 'merged', 'different')`)
@Check('employer_duplicate_decided_check', `(state = 'proposed') = (decided_at IS NULL)`)
export class EmployerDuplicateRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'employer_duplicate_pkey' })
  id: string;

  @Column('uuid', { name: 'one_id' })
  @ForeignKey('employer', { name: 'employer_duplicate_one_fkey' })
  oneId: string;

  @Column('uuid', { name: 'other_id' })
  @ForeignKey('employer', { name: 'employer_duplicate_other_fkey' })
  otherId: string;

  @Column('text')
  reason: string;

  @Column('text', { default: 'proposed' })
  state: string;

  @Column('timestamptz', { name: 'found_at' })
  foundAt: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  @ForeignKey('account', { name: 'employer_duplicate_decided_by_fkey' })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}

/** A merging of `sourceId` into `targetId`, by a person, which can be undone. */
@Entity('employer_merge')
@Index('employer_merge_open_key', { synchronize: false })
@Index('employer_merge_target_idx', ['targetId'])
@Check('employer_merge_undone_check', '(undone_at IS NULL) = (undone_by IS NULL)')
export class EmployerMergeRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'employer_merge_pkey' })
  id: string;

  @Column('uuid', { name: 'source_id' })
  @ForeignKey('employer', { name: 'employer_merge_source_fkey' })
  sourceId: string;

  @Column('uuid', { name: 'target_id' })
  @ForeignKey('employer', { name: 'employer_merge_target_fkey' })
  targetId: string;

  @Column('timestamptz', { name: 'merged_at' })
  mergedAt: Date;

  @Column('uuid', { name: 'merged_by' })
  @ForeignKey('account', { name: 'employer_merge_merged_by_fkey' })
  mergedBy: string;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('uuid', { name: 'undone_by', nullable: true })
  @ForeignKey('account', { name: 'employer_merge_undone_by_fkey' })
  undoneBy: string | null;
}
