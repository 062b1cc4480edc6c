import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A roster file that a clerk handed in. The file itself is not kept. */
@Entity('roster_import')
@Index('roster_import_version_idx', ['versionId', 'receivedAt'])
@Check('roster_import_state_check', `state IN ('reading', 'checked', 'done', 'refused', 'failed', 'discarded')`)
@Check('roster_import_refusal_check', `(state = 'refused') = (refusal IS NOT NULL)`)
@Check('roster_import_balance_check', `state NOT IN ('checked', 'done') OR rows_in = accepted + unchanged + rejected`)
@Check('roster_import_counts_check', 'least(accepted, unchanged, rejected, removed) >= 0')
export class RosterImportRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roster_import_pkey' })
  id: string;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('filing_version', { name: 'roster_import_version_fkey', onDelete: 'CASCADE' })
  versionId: string;

  /** SHA-256 of the file. */
  @Column('bytea')
  digest: Buffer;

  /** Sealed. */
  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'received_by', nullable: true })
  @ForeignKey('account', { name: 'roster_import_received_by_fkey' })
  receivedBy: string | null;

  @Column('text', { default: 'reading' })
  state: string;

  /** When the process that reads it was last heard of. */
  @Column('timestamptz', { name: 'alive_at' })
  aliveAt: Date;

  /** Rows read so far. */
  @Column('integer', { name: 'phase_rows', default: 0 })
  phaseRows: number;

  @Column('integer', { name: 'rows_in', default: 0 })
  rowsIn: number;

  @Column('integer', { default: 0 })
  accepted: number;

  @Column('integer', { default: 0 })
  unchanged: number;

  @Column('integer', { default: 0 })
  rejected: number;

  /** Lines of the draft that the file does not name. */
  @Column('integer', { default: 0 })
  removed: number;

  /** Sealed: code and params, which may name sheets and columns. */
  @Column('text', { nullable: true })
  refusal: string | null;

  /** Sealed. */
  @Column('text', { nullable: true })
  warnings: string | null;
}

/** One fault of one row. */
@Entity('roster_import_rejection')
@Index('roster_import_rejection_import_idx', ['importId', 'rowNumber', 'id'])
export class RosterImportRejectionRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'roster_import_rejection_pkey' })
  id: string;

  @Column('uuid', { name: 'import_id' })
  @ForeignKey('roster_import', { name: 'roster_import_rejection_import_fkey', onDelete: 'CASCADE' })
  importId: string;

  @Column('integer', { name: 'row_number' })
  rowNumber: number;

  @Column('text')
  code: string;

  /** Sealed: the user's title of the column and the params, which repeat what stood there. */
  @Column('text')
  detail: string;

  /** Of whom the row speaks, where that is known: what the list has of this person is not taken away. */
  @Column('bigint', { name: 'registry_person_id', nullable: true })
  registryPersonId: string | null;
}
